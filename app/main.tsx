import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import * as z from "zod/mini";

import { App } from "#app/App.tsx";
import { applyTheme } from "#app/shell/theme.ts";

import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/pages.css";

// The page's policy forbids code made from text, which zod would otherwise try first.
z.config({ jitless: true });
applyTheme();

const root = document.getElementById("root");
if (root === null) throw new Error("The page has lost its root.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
