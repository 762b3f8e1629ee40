promise = Räkna på nämndens uppföljning direkt i webbläsaren. Inget lämnar datorn.
templates = Mallar
templates-awaited = Hämtar mallarna …
templates-missing = Mallarna gick inte att hämta. Du kan öppna en egen fil eller börja med en tom bok.
templates-none = Det finns inga mallar här. Du kan öppna en egen fil eller börja med en tom bok.

kind-driftredovisning = Driftredovisning
kind-investeringsredovisning = Investeringsredovisning
kind-resultatrakning = Resultaträkning
kind-nettoredovisning = Nettoredovisning
kind-kontogrupp = Redovisning per kontogrupp
kind-flerarsoversikt = Flerårsöversikt
kind-nyckeltal = Nyckeltal
kind-indikatorer = Indikatorer
kind-personal = Personal
kind-sjukfranvaro = Sjukfrånvaro
kind-brygga = Brygga

toolbar = Verktyg
command-start = Startsidan
command-new = Ny tom bok
command-open = Öppna fil
command-save = Spara
command-undo = Ångra
command-redo = Gör om
command-select-all = Markera allt
command-language = English
key-ctrl = Ctrl
key-shift = Skift

modified = Ej sparad
name-box = Namnruta: gå till cell
formula-bar = Formelfält
whole-sheet = Markera hela bladet
sheets = Blad
add-sheet = Nytt blad
mode-ready = Klar
mode-enter = Ange
mode-edit = Redigera
sum = Summa
average = Medel
count = Antal

dismiss = Stäng
book-missing = Mallen ”{ $path }” gick inte att hämta.
book-missing-hint = Kontrollera adressen eller välj en annan mall.
no-such-place = Det finns ingen cell som heter ”{ $text }”.
no-such-place-hint = Skriv till exempel B4, B4:D9 eller ett bladnamn följt av utropstecken och en cell.

discard-question = Spara ändringarna först?
discard-text = Boken har ändringar som inte är sparade. De går förlorade om du går vidare utan att spara.
discard-save = Spara och gå vidare
discard-lose = Gå vidare utan att spara
discard-stay = Avbryt
