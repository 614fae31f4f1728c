/**
 * What a shopper reads about one speciality. `titles` are the ways in which sellers name it;
 * each seller takes one. `ingredients` and `standard` are null where GB 7718 asks for none,
 * or where no standard is known for certain.
 */
export type SpecialityText = {
  id: string
  nameEn: string
  zh: string
  en: string
  titles: Array<[zh: string, en: string]>
  ingredients: [zh: string, en: string] | null
  standard: string | null
  wordsEn: string
}
