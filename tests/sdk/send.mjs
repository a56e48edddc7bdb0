// Sends one order with the vendor's npm package: `node send.mjs FOLDER`, where FOLDER has it installed, and the order on
// standard input.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const require = createRequire(join(resolve(process.argv[2]), "package.json"));
const sdk = require("@alicloud/r-kvstore20150101");
const { $OpenApiUtil } = require("@alicloud/openapi-core");

const { operation, parameters, port } = JSON.parse(readFileSync(0, "utf8"));

/** An object of the SDK's: its names are camelCase, and the class knows what each is on the wire. */
function model(Model, members) {
    const names = Object.entries(Model.names()).map(([own, wire]) => [wire, own]);
    const own = new Map(names);
    const types = Model.types();
    const request = {};
    for (const [wire, value] of Object.entries(members)) {
        const name = own.get(wire);
        if (name === undefined) throw new Error(`${Model.name} has no ${wire}`);
        const type = types[name];
        request[name] = type?.type === "array" && type.itemType?.names ? value.map((item) => model(type.itemType, item)) : value;
    }
    return new Model(request);
}

const client = new sdk.default(
    new $OpenApiUtil.Config({ accessKeyId: "id", accessKeySecret: "key", endpoint: `127.0.0.1:${port}`, protocol: "http" }),
);
const method = operation[0].toLowerCase() + operation.slice(1);
await client[method](model(sdk[`${operation}Request`], parameters));
