/** 案件と連絡 */
export const caseMessages = {
  'cases.message-missing': '連絡の内容を入力してください。',
  'cases.message-too-long': '連絡は{most}文字以内で入力してください（いま{over}文字多くなっています）。',
  'cases.word-too-short': '「{word}」は1文字なので探せません。2文字以上の言葉で探してください。',
  'cases.too-many-words': '探す言葉は{most}つまでにしてください。',
  'cases.place-gone': '選んだ欄は、いまの申請にはありません。もう一度選ぶか、選ばずに送ってください。',
} as const satisfies Record<string, string>;
