/** The paths of a form's fields, and what stands there, as types. */
import type { Lists, ProfileId, Requests } from "./generated/types.js";

/** What a field can hold by itself. */
export type Scalar = string | number | boolean;

type Held<T> = Extract<NonNullable<T>, object>;
type ListsOf<P extends ProfileId> = P extends keyof Lists ? Lists[P] : unknown;

/** Names joined by `S`, with an `N` for an element of a list. */
type PathsIn<T, L, S extends string, N extends number | "*"> = {
  [K in keyof T & string]:
    | K
    | (K extends keyof L
        ? ElementPaths<K, L[K], S, N>
        : [Held<T[K]>] extends [never]
          ? never
          : Held<T[K]> extends readonly (infer E)[]
            ? ElementPaths<K, E, S, N>
            : `${K}${S}${PathsIn<Held<T[K]>, unknown, S, N>}`);
}[keyof T & string];

type ElementPaths<K extends string, E, S extends string, N extends number | "*"> =
  | `${K}${S}${N}`
  | `${K}${S}${N}${S}${PathsIn<Held<E>, unknown, S, N>}`;

/**
 * The paths of a profile's fields: names joined by points, such as `cacheInstance.azId.master` or
 * `Instances.0.RegionId`. Any text where the profile is only known when the program runs.
 */
export type PathOf<P extends ProfileId> = ProfileId extends P
  ? string
  : P extends ProfileId
    ? PathsIn<Requests[P], ListsOf<P>, ".", number>
    : never;

/** The JSON Pointers to a profile's fields, as the fields of the profile and findings have them. */
export type PointerOf<P extends ProfileId> = ProfileId extends P
  ? string
  : P extends ProfileId
    ? `/${PathsIn<Requests[P], ListsOf<P>, "/", number | "*">}`
    : never;

/** A field of a profile, by its path or by the JSON Pointer to it. */
export type PlaceOf<P extends ProfileId> = PathOf<P> | PointerOf<P>;

type WithPoints<K extends string> = K extends `${infer H}/${infer R}` ? `${H}.${WithPoints<R>}` : K;

/** The path that a JSON Pointer says; a path as it is. */
export type Dotted<K> = K extends `/${infer R}` ? WithPoints<R> : K;

type ValueIn<T, L, K> = K extends keyof T
  ? NonNullable<T[K]>
  : K extends `${infer H}.${infer R}`
    ? H extends keyof L
      ? ElementValue<L[H], R>
      : H extends keyof T
        ? Held<T[H]> extends readonly (infer E)[]
          ? ElementValue<E, R>
          : ValueIn<Held<T[H]>, unknown, R>
        : never
    : never;

type ElementValue<E, R> = R extends `${number | "*"}.${infer M}` ? ValueIn<Held<E>, unknown, M> : object;

/** What the document allows at a path of a profile. */
export type ValueOf<P extends ProfileId, K> = ProfileId extends P
  ? Scalar
  : P extends ProfileId
    ? ValueIn<Requests[P], ListsOf<P>, K>
    : never;

/** What a form can hold at a path: what the document allows, and whatever text somebody types. */
export type FormValueOf<P extends ProfileId, K> = ValueOf<P, K> | string;

/** Nothing, which empties a field. */
export type Empty = "" | null | undefined;

/** A value that may be set at a path: of literals one that is documented, or the text that says it, else any of the kind. */
export type Settable<P extends ProfileId, K, V> = ProfileId extends P
  ? unknown
  : V extends Empty | ValueOf<P, K> | `${Extract<ValueOf<P, K>, number | boolean>}` | object
    ? unknown
    : string extends V
      ? unknown
      : number extends V
        ? unknown
        : ValueOf<P, K>;

type Loose<T> = { readonly [K in keyof T]?: LooseValue<T[K]> };
type LooseValue<V> = V | string | null | undefined | ([Held<V>] extends [never] ? never : Loose<Held<V>>);

/** Values of a form: a request or a part of one, or values under the paths of their fields. */
export type FormInput<P extends ProfileId = ProfileId> = ProfileId extends P
  ? Readonly<Record<string, unknown>>
  : P extends ProfileId
    ? Omit<Loose<Requests[P]>, keyof ListsOf<P>> & {
        readonly [K in keyof ListsOf<P>]?: string | null | readonly Loose<ListsOf<P>[K]>[];
      } & { readonly [K in Exclude<PathOf<P>, keyof Requests[P]>]?: FormValueOf<P, K> | object | null }
    : never;

/** The values of a form, by their paths. */
export type FormValues<P extends ProfileId = ProfileId> = ProfileId extends P
  ? Readonly<Record<string, unknown>>
  : { readonly [K in PathOf<P>]?: FormValueOf<P, K> };
