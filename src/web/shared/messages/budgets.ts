export const budgetMessages = {
  'budgets.over-ceiling':
    '予算残額が足りません（必要額 {amount}円、残額 {available}円、不足 {short}円）。対象の件数か金額を見直すか、予算の補正・流用を済ませてから起案してください。',
  'budgets.amount-not-positive': '金額は1円以上にしてください。',
  'budgets.already-committed': 'この案件は、すでに支出負担行為が済んでいます。予算台帳で番号を確認してください。',
  'budgets.nothing-reserved': 'この案件のために押さえた予算がありません。起案の状態を確認してください。',
  'budgets.nothing-committed': 'この案件は、まだ支出負担行為が済んでいません。交付決定の決裁を待ってください。',
  'budgets.reserved-on-another-line':
    'この案件は、別の予算科目で予算を押さえています。先にその起案を取り下げてください。',
  'budgets.already-ordered':
    'この支出命令は、すでに予算台帳に記録されています。画面を開き直して状態を確認してください。',
  'budgets.ordered-not-reversible':
    'この案件は、すでに支出命令があるため、支出負担行為を取り消せません。支出命令の状態を確認してください。',
  'budgets.order-over-commitment':
    '支出命令額 {amount}円が、支出負担行為の残り {left}円を超えています。金額を見直してください。',
  'budgets.not-ordered':
    'この支出命令は、予算台帳に記録されていないか、すでに取り消されています。画面を開き直して状態を確認してください。',
  'budgets.already-paid': 'この支出命令は、すでに支払済みです。取り消す場合は戻入の手続をとってください。',
  'budgets.year-over':
    '{year}の予算は年度が終わったため、新たに使うことができません。今年度の予算科目を選んでください。',
  'budgets.year-not-begun': '{year}はまだ始まっていません。4月1日以後に決裁してください。',
  'budgets.year-missing': '年度を選んでください。',
  'budgets.code-missing': '予算科目のコードを入力してください。',
  'budgets.code-taken': 'このコードの予算科目は、同じ年度にすでにあります。別のコードにしてください。',
  'budgets.name-missing': '予算科目の名称を入力してください。',
  'budgets.source-missing': '予算額の出典（当初予算の議決など）を入力してください。',
  'budgets.ceiling-missing': '予算額を入力してください。',
  'budgets.ceiling-out-of-range': '予算額は1円以上、9,999,999,999円以下で入力してください。',
} as const;
