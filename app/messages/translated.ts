/**
 * The shape that another language must have: the same keys, a string for a string, and a function of the
 * same values for a function. A missing or an extra key does not compile (T98).
 */
export type Translated<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Translated<T[Key]>
}
