/** 取り組みの記録・お知らせ */
export const recordMessages = {
  'records.act-not-possible': 'いまの状態では、この操作はできません。画面を開き直して、状態を確かめてください。',
  'records.take-down-reason-missing': '取り下げる理由を入力してください。職員の画面と操作の記録に残ります。',
  'records.was-public': '一度公開したものは削除できません。見えないようにするには、取り下げてください。',
  'records.series-not-empty': '開催の記録が入っているため、削除できません。先に、中の記録を削除してください。',
  'records.title-missing': 'お知らせの見出しを入力してください。',
  'records.body-missing': 'お知らせの本文を入力してください。',
  'records.shown-until-before-from': '掲載を終える日は、掲載を始める日と同じ日か、それより後の日にしてください。',
  'records.series-title-missing': '会の名前を入力してください。例：協働のまちづくり勉強会',
  'records.number-missing': '第何回かを、1から999までの数字で入力してください。',
  'records.number-taken':
    '第{number}回は、すでにこの会にあります。ほかの回数にするか、すでにある記録を直してください。',
  'records.meeting-in-future': '今日までの日を入力してください。記録は、開いた後に書きます。',
  'records.meeting-body-missing': '行ったことを入力してください。',
  'records.no-photo-chosen': '写真を1枚以上選んでください。',
  'records.description-missing': '写真の説明を入力してください。写真を見られない人に、何が写っているかを伝えます。',
  'records.picture-unreadable':
    '「{name}」は写真として読み取れませんでした。もとの写真を選び直すか、JPEGで保存し直してから選んでください。',
  'records.too-many-photos': '写真は1回の記録に{most}枚までです。要らない写真を外してから加えてください。',
  'records.file-title-missing': '資料の名前を入力してください。例：当日の次第',
  'records.no-file-chosen': '資料のファイルを選んでください。',
  'records.too-many-files': '資料は1回の記録に{most}件までです。要らない資料を外してから加えてください。',
} as const satisfies Record<string, string>;
