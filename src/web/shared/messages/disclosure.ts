/** 公表 */
export const disclosureMessages = {
  'disclosure.reason-missing': '載せない理由を入力してください。職員の画面と操作の記録に残ります。',
  'disclosure.reason-too-long': '載せない理由は、{most}文字までにしてください。',
  'disclosure.not-shown': 'この項目は、いまのページに載っていません。画面を開き直して確かめてください。',
} as const satisfies Record<string, string>;
