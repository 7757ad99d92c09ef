/** 公表 */
export const disclosureMessages = {
  'disclosure.reason-missing': '載せない理由を入力してください。職員の画面と操作の記録に残ります。',
  'disclosure.reason-too-long': '載せない理由は、{most}文字までにしてください。',
  'disclosure.no-year':
    'アドレスの「year=」には、西暦の年度を4桁の数字で書いてください（例：?year=2026）。付けなければ、すべての年度のデータになります。',
  'disclosure.not-by-year': 'このデータは年度に分かれていません。アドレスから「?year=」を取って開いてください。',
  'disclosure.not-shown': 'この項目は、いまのページに載っていません。画面を開き直して確かめてください。',
} as const satisfies Record<string, string>;
