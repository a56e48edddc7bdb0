// Serves the build on localhost, under the policy that any host should send: `node serve.mjs [port]`.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // Ant Design writes its styles as it renders.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A server of a folder. */
export function serve(folder, { policy = POLICY } = {}) {
  const packed = new Map();
  /** A file, packed once as long as it stays as it is. */
  const zip = (path, bytes) => {
    const { mtimeMs } = statSync(path);
    const known = packed.get(path);
    if (known?.mtimeMs === mtimeMs) return known.bytes;
    const made = gzipSync(bytes, { level: 9 });
    packed.set(path, { mtimeMs, bytes: made });
    return made;
  };
  return createServer((request, response) => {
    let asked, type, path, bytes;
    try {
      // What cannot be decoded is no file either.
      asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
      path = join(folder, normalize(asked === "/" ? "/index.html" : asked));
      type = TYPES[extname(path)];
      if (!path.startsWith(folder) || type === undefined) throw new Error("not served");
      bytes = readFileSync(path);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
      return;
    }
    const zipped = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(200, {
      "content-type": type,
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": asked.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      ...(zipped ? { "content-encoding": "gzip", vary: "accept-encoding" } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : zipped ? zip(path, bytes) : bytes);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL("dist", import.meta.url));
  const server = serve(folder);
  const wanted = Number(process.argv[2] ?? 4173);
  // Where the port is taken, any other will do.
  server.on("error", (error) => {
    if (error.code !== "EADDRINUSE" || server.listening) throw error;
    server.listen(0, "localhost");
  });
  server.on("listening", () => console.log(`kvspec is at http://localhost:${server.address().port}/ (Ctrl+C stops it)`));
  server.listen(wanted, "localhost");
}
