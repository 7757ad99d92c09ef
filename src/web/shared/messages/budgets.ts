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
    '{year}の予算は年度が終わったため、新たに使うことができません。現年度の予算科目を選んでください。',
  'budgets.year-not-begun': '{year}はまだ始まっていません。4月1日以後に決裁してください。',
  'budgets.year-missing': '年度を選んでください。',
  'budgets.code-missing': '予算科目のコードを入力してください。',
  'budgets.code-taken': 'このコードの予算科目は、同じ年度にすでにあります。別のコードにしてください。',
  'budgets.name-missing': '予算科目の名称を入力してください。',
  'budgets.source-missing': '予算額の出典（当初予算の議決など）を入力してください。',
  'budgets.ceiling-missing': '予算額を入力してください。',
  'budgets.ceiling-out-of-range': '予算額は1円以上、9,999,999,999円以下で入力してください。',
  'budgets.change-amount-out-of-range': '金額は1円以上、9,999,999,999円以下で入力してください。',
  'budgets.change-amount-missing': '金額を入力してください。',
  'budgets.direction-missing': '増やすか減らすかを選んでください。',
  'budgets.effective-in-future': '今日より後の日付です。効力が生じた日になってから記録してください。',
  'budgets.effective-outside-year': '{year}（4月1日から3月31日まで）の日付を入力してください。',
  'budgets.basis-missing': '根拠（議決・専決・決裁の名称と番号）を入力してください。',
  'budgets.change-reason-missing': '理由を入力してください。',
  'budgets.reversal-reason-missing': '取り消す理由を入力してください。',
  'budgets.receiving-line-missing': '流用先の予算科目を一覧から選んでください。',
  'budgets.receiving-line-of-another-year': '流用先は、同じ年度の予算科目を選んでください。',
  'budgets.transfer-between-titles':
    '款が違う科目へは流用できません（地方自治法第220条第2項）。補正予算で対応してください。',
  'budgets.provision-missing':
    '項が違うか、コードから項を読み取れない科目への流用です。流用を認める予算の定め（例：令和8年度一般会計予算第6条）を入力してください。',
  'budgets.allotment-to-nothing':
    '配当額がちょうど0円になります。誤って記録した配当は、予算科目の画面の「取り消す」で取り消してください。',
  'budgets.year-closed':
    '{year}の出納は閉鎖したため、この年度の予算には記録できません。現年度の予算での取扱いを検討してください。',
  'budgets.change-on-another-line':
    '増額のために押さえた予算の科目が、交付決定の科目と違います。同じ予算科目で起案し直してください。',
  'budgets.reduction-above-commitment':
    '変更後の額{to}円が、負担行為済額{committed}円を超えています。増額は予算を押さえてから行ってください。',
  'budgets.not-paid': 'この支出命令は、まだ支払済みになっていません。画面を開き直して状態を確認してください。',
  'budgets.return-over-paid':
    '支払済みで戻入されていない額を超えるため、記録できません。支払と戻入の記録を確認してください。',
  'budgets.already-returned': 'この領収による戻入は、すでに予算台帳に記録されています。',
  'budgets.nothing-returned': 'この領収による戻入は、予算台帳に記録されていません。',
  'budgets.carry-over-unordered': '繰り越せるのは、支出命令をしていない負担行為の残り（{left}円）までです。',
  'budgets.carry-other-year': '繰越先は、翌年度の予算科目から選んでください。',
  'budgets.reclassify-other-year': '科目更正は、同じ年度のほかの予算科目へ行います。正しい予算科目を選んでください。',
  'budgets.return-after-closing':
    '{year}の出納閉鎖（5月31日）の後に受け取ったお金は、戻入ではなく現年度の歳入になります。',
  'budgets.change-below-used':
    'この変更をすると、起案中と負担行為済みの合計{used}円に対して{short}円足りなくなります。金額を見直すか、先に起案を取り下げてください。',
  'budgets.ceiling-below-allotment':
    '変更後の予算現額が{ceiling}円となり、配当額{allotted}円を下回ります。先に配当を減らしてください。',
  'budgets.allotment-over-ceiling':
    '変更後の配当額が{allotted}円となり、予算現額{ceiling}円を超えます。金額を見直してください。',
  'budgets.allotment-below-zero': '配当額{allotted}円より多くは減らせません。金額を見直してください。',
  'budgets.ceiling-too-high': '変更後の予算現額が大きすぎます。金額を見直してください。',
  'budgets.change-is-reversal': '取消の記録は取り消せません。正しい内容を新しく記録してください。',
  'budgets.change-already-reversed': 'この記録は、すでに取り消されています。画面を開き直して確認してください。',
} as const;
