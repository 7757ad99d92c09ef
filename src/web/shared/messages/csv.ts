export const csvMessages = {
  'csv.empty': 'ファイルに何も書かれていません。見出しの行があるCSVファイルを選んでください。',
  'csv.encoding-unknown': 'ファイルの文字コードを読み取れません。UTF-8又はShift_JISで保存し直してください。',
  'csv.cannot-read':
    '{line}行目：カンマや引用符の並びを読み取れません。表計算ソフトで開き、CSVで保存し直してください。',
  'csv.heading-missing':
    '見出しに「{headings}」がありません。1行目に見出しがある、決められた様式のファイルを選んでください。',
  'csv.too-many-lines': '一度に読み取れるのは{most}行までです。ファイルを分けてください。',
} as const satisfies Record<string, string>;
