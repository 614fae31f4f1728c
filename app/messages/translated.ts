/**
 * The shape that another language must have: the same keys, lists as long, a string for a string, and a
 * function of the same values for a function. A missing or an extra key does not compile (T98).
 */
export type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> }
