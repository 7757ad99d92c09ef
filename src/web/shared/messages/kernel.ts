export const kernelMessages = {
  'yen.not-a-number': '金額は数字で入力してください（例：50,000）。',
  'yen.with-fraction': '金額に円未満は書けません。1円の単位で入力してください。',
  'yen.negative': '金額は0円以上で入力してください。',
  'yen.too-large': '金額は9,999,999,999円以下で入力してください。',
  'date.not-a-day': '日付は「令和8年4月1日」または「2026/4/1」のように、実際にある日を入力してください。',
  'date.not-a-time': '時刻は「17:00」または「17時」のように、0時から23時59分までで入力してください。',
} as const satisfies Record<string, string>;
