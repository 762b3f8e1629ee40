promise = Work out the committee’s follow-up right in the browser. Nothing leaves the computer.
templates = Templates
templates-awaited = Fetching the templates …
templates-missing = The templates could not be fetched. You can open a file of your own or begin with an empty book.
templates-none = There are no templates here. You can open a file of your own or begin with an empty book.

kind-driftredovisning = Operating statement
kind-investeringsredovisning = Investment statement
kind-resultatrakning = Income statement
kind-nettoredovisning = Net statement
kind-kontogrupp = Statement by account group
kind-flerarsoversikt = Several years at a glance
kind-nyckeltal = Key figures
kind-indikatorer = Indicators
kind-personal = Staff
kind-sjukfranvaro = Sick leave
kind-brygga = Bridge

toolbar = Tools
command-start = Start page
command-new = New empty book
command-open = Open file
command-save = Save
command-undo = Undo
command-redo = Redo
command-select-all = Select all
command-language = Svenska
key-ctrl = Ctrl
key-shift = Shift

modified = Not saved
name-box = Name box: go to cell
formula-bar = Formula bar
whole-sheet = Select the whole sheet
sheets = Sheets
add-sheet = New sheet
mode-ready = Ready
mode-enter = Enter
mode-edit = Edit
sum = Sum
average = Average
count = Count

dismiss = Close
book-missing = The template “{ $path }” could not be fetched.
book-missing-hint = Check the address, or choose another template.
no-such-place = There is no cell called “{ $text }”.
no-such-place-hint = Write for example B4, B4:D9, or a sheet’s name followed by an exclamation mark and a cell.

discard-question = Save the changes first?
discard-text = The book has changes that are not saved. They are lost if you go on without saving.
discard-save = Save and go on
discard-lose = Go on without saving
discard-stay = Cancel
