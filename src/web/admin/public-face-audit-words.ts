/** What was done to the public pages, as the trail says it. */
export const PUBLIC_FACE_ACTIONS: readonly (readonly [string, string])[] = [['town-words.written', '町の紹介文を公開']];
