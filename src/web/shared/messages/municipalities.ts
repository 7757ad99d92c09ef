/** 自治体 */
export const municipalityMessages = {
  'municipalities.code-check-digit': '全国地方公共団体コードは検証数字を含む6けたで入力してください。',
  'municipalities.slug-form': 'アドレスに使う名前は英小文字で始まる英小文字・数字・ハイフンで入力してください。',
  'municipalities.bank-by-payment-mode':
    '支払方法が「銀行ファイル」のときは取引銀行を入力し、「財務会計への引渡し」のときは空にしてください。',
  'municipalities.consignor-code': '依頼人コードは10けた以内の数字で入力してください。',
  'municipalities.consignor-kana': '依頼人名は半角カナ40文字以内（濁点・半濁点も1文字）で入力してください。',
  'municipalities.bank-code': '銀行コードは4けたの数字で入力してください。',
  'municipalities.branch-code': '支店コードは3けたの数字で入力してください。',
  'municipalities.account-number': '口座番号は7けたの数字で入力してください。',
  'municipalities.cut-off-time':
    '振込依頼の締切の時刻は「15:00」のように書いてください。時刻の取決めがないときは null と書きます。',
  'municipalities.reminder-days': '締切のお知らせは、締切の0日から60日前までの日数で入力してください。',
  'municipalities.one-promotion-section': '補助金の担当課を1つだけ定めてください。',
  'municipalities.one-treasury-section': '会計の担当課を1つだけ定めてください。',
} as const satisfies Record<string, string>;
