import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Static files for any host and any folder: relative addresses, nothing loaded from elsewhere. */
export default defineConfig({
  root: fileURLToPath(new URL("app", import.meta.url)),
  base: "./",
  plugins: [react(), contentPolicy()],
  build: {
    outDir: fileURLToPath(new URL("dist", import.meta.url)),
    emptyOutDir: true,
    target: "es2023",
    rolldownOptions: {
      output: {
        // What others wrote changes less often than ours: readers keep it.
        codeSplitting: {
          groups: [
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|scheduler|radix-ui|@radix-ui)[\\/]/,
            },
            { name: "viem", test: /node_modules[\\/](viem|ox|abitype|@noble|@scure)[\\/]/ },
            { name: "wagmi", test: /node_modules[\\/](wagmi|mipd|zustand|eventemitter3)[\\/]/ },
          ],
        },
      },
    },
  },
});

/** The page runs its own scripts only; it may ask any RPC, because the reader chooses which. */
function contentPolicy(): Plugin {
  const policy = (scripts: string) =>
    [
      "default-src 'none'",
      `script-src 'self'${scripts}`,
      // React and Radix set styles from scripts.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self' http: https: ws: wss:",
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; ");
  return {
    name: "consentric-content-policy",
    transformIndexHtml: (_html, { server }) => [
      {
        tag: "meta",
        attrs: {
          "http-equiv": "Content-Security-Policy",
          // Vite's development server injects a script of its own.
          content: policy(server === undefined ? "" : " 'unsafe-inline'"),
        },
        injectTo: "head-prepend",
      },
    ],
  };
}
