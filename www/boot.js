// Starts the app. A file of its own, because the page's policy allows no script in the markup.
import start from "./app.js";

start({ module_or_path: new URL("./app_bg.wasm", import.meta.url) });
