/** 実績報告、検査、額の確定 */
export const reportMessages = {
  'reports.being-entered': '担当課が紙の報告書を入力しています。入力が済むまでお待ちください。',
  'reports.not-editable': 'この実績報告は、もう書き換えられません。画面を開き直してください。',
  'reports.not-submittable': 'この実績報告は、提出できる状態ではありません。画面を開き直してください。',
  'reports.not-open': 'この実績報告は、検査できる状態ではありません。画面を開き直してください。',
  'reports.incomplete': 'まだ足りないところがあります。',
  'reports.changed-since-check':
    '確かめたあとに、内容が変わりました。変わったところを確かめてから、もう一度提出してください。',
  'reports.line-without-category': '科目を選んでください。',
  'reports.amount-missing': '「{label}」の決算額を入力してください。使わなかったときは0と書きます。',
  'reports.amount-unreadable': '「{label}」の金額を、数字で入力してください。例：12,000',
  'reports.remark-too-long': '「{label}」の摘要は{most}文字までです。{over}文字減らしてください。',
  'reports.too-many-lines': '行は{most}行までです。',
  'reports.income-short':
    '収入の合計（{income}円）が、支出の合計（{expenditure}円）より{difference}円少なくなっています。団体の負担した額を、収入の部に書いてください。',
  'reports.income-over':
    '収入の合計（{income}円）が、支出の合計（{expenditure}円）より{difference}円多くなっています。団体の負担した額を減らすか、書き忘れた支出がないか確かめてください。',
  'reports.carry-over-short':
    '収入の合計（{income}円）が、支出の合計（{expenditure}円）より{difference}円多くなっています。残りは「{label}」に書いてください。',
  'reports.receipt-without-line': 'どの支出の領収書かを選んでください。',
  'reports.receipt-without-day': '支払った日を入力してください。例：令和8年10月3日',
  'reports.receipt-day-unreadable': '支払った日を「令和8年10月3日」のように入力してください。',
  'reports.receipt-in-future': '支払った日は、今日（{today}）より前の日を入力してください。',
  'reports.receipt-text-missing': '{label}を入力してください。',
  'reports.receipt-text-too-long': '{label}は{most}文字までにしてください。',
  'reports.receipt-without-amount': '領収書の金額を、1円以上で入力してください。',
  'reports.receipt-amount-unreadable': '領収書の金額を、数字で入力してください。例：12,000',
  'reports.receipt-without-file': '領収書の写真か、読み取ったファイルを添えてください。',
  'reports.cell-planned': '予算にある行の科目は変えられません。新しい行に書き、行の記号を空欄にしてください。',
  'reports.too-many-receipts': '領収書は{most}枚までです。',
  'reports.too-many-files': '「{label}」に添えられるのは{most}個までです。',
  'reports.caption-too-long': '写真の説明は{most}文字までにしてください。',
  'reports.file-not-chosen': 'ファイルを選んでから押してください。',
  'reports.inspection-saved-by-another':
    '{name}さんが先に保存しました。いまの内容を確かめてから、もう一度入力してください。',
  'reports.inspection-text-too-long': '「{label}」に書けるのは{most}文字までです。',
  'reports.disallowed-without-reason': '「{label}」を対象にしない理由を入力してください。通知書に書かれます。',
  'reports.disallowed-without-amount': '「{label}」の、対象にしない額を1円以上で入力してください。',
  'reports.disallowed-not-a-part':
    '「{label}」の対象にしない額は、決算額（{amount}円）より少なくしてください。全部のときは「全部を対象にしない」を選んでください。',
  'reports.item-unanswered': '「{item}」に答えてください。',
  'reports.item-without-remark': '「{item}」の所見を入力してください。',
  'reports.points-not-sent': '書きかけの指摘があります。差し戻すか、指摘を消してから、検査を終えてください。',
  'reports.no-points': '差し戻すには、指摘を1件以上書いてください。',
  'reports.determination-drafted':
    '額の確定が起案されているため、検査をやり直せません。起案を取り下げてからにしてください。',
  'reports.nothing-chosen': '1件以上選んでください。',
  'reports.not-inspected': '「{organization}」の実績報告は検査が済んでいません。選択から外してください。',
  'reports.already-proposed': '「{organization}」の額の確定はすでに起案されています。選択から外してください。',
  'reports.decision-moved':
    '「{organization}」の交付決定額が、起案のあとに変わりました。起案を取り下げ、もう一度起案してください。',
  'reports.not-in-draft': 'この額の確定はもう起案中ではありません。画面を開き直してください。',
  'reports.not-to-be-issued':
    '施行できない額の確定が含まれています（決裁前か、施行済みです）。画面を開き直してください。',
  'reports.paper-in-future': '受け取った日は、今日（{today}）より前の日を入力してください。',
  'reports.point-unanswered': '「{label}」への指摘に回答するか、内容を直してください。',
} as const satisfies Record<string, string>;
