import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstScreens, groups } from './first-screens.ts';

// Cairn serves the result at /app. While developing, `npm run dev -w web` serves it itself and passes the rest on to a running Cairn.
export default defineConfig({
  base: '/app/',
  plugins: [react(), firstScreens()],
  build: {
    outDir: process.env['CAIRN_WEB_OUT'] ?? 'dist',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2023',
    // Answers may load nothing but from their own origin, and no code of their own text: no inlined files, no inline preloader.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api', '/assets', '/sign-in', '/sign-out', '/account', '/badge-images', '/credentials'].map((path) => [
        path,
        { target: process.env['CAIRN_ORIGIN'] ?? 'http://localhost:3000', changeOrigin: false },
      ]),
    ),
  },
});
