/** No words but those that come with documents. */
export const standing = (): string | undefined => undefined;
