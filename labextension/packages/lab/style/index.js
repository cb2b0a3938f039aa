/** The style sheet of the extension, for JupyterLab's loader. */
import './index.css';
