/** 現地調査・聞き取り */
export const visitMessages = {
  'visits.kind-missing': '現地調査か聞き取りかを選んでください。',
  'visits.in-future': '今日までの日を入力してください。記録は、行った後に書きます。',
  'visits.place-missing': '行った場所、または聞き取りをした場所を入力してください。電話のときは「電話」と書きます。',
  'visits.found-missing': '分かったことを入力してください。',
  'visits.name-missing': '立ち会った人の{row}行目の氏名を入力してください。',
  'visits.nobody-present': '立ち会った人を1人以上入力してください。',
  'visits.reason-missing': '訂正する理由を入力してください。訂正の経過に残ります。',
  'visits.closed': 'この案件はすでに決定したか取り下げられたため、記録を書けません。',
  'visits.corrected-by-another':
    '{name}さんが先にこの記録を訂正しました。いまの記録を確かめて、入力し直してから保存してください。',
} as const satisfies Record<string, string>;
