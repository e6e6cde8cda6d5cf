import "./share/share-page.ts";
import "./style.css";
import "./ui/application.ts";
