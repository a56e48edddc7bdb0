import { fileURLToPath } from "node:url";

// The packages are those of the folder above.
const root = fileURLToPath(new URL("..", import.meta.url));
export default { distDir: ".next", turbopack: { root }, outputFileTracingRoot: root };
