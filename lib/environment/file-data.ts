/** As read from a file: nobody writes to it. */
export type FileData<Type> = Type extends readonly (infer Entry)[]
  ? readonly FileData<Entry>[]
  : Type extends object
    ? { readonly [Key in keyof Type]: FileData<Type[Key]> }
    : Type;

/** These keys always have a value, since a default was put in. */
export type Filled<Type, Key extends keyof Type> = Type & {
  readonly [Each in Key]-?: Exclude<Type[Each], undefined>;
};
