export const repaymentMessages = {
  'repayments.demand-state': 'この返還は状態が変わったため、この操作ができません。画面を開き直して確かめてください。',
  'repayments.needs-draft': '専決規程に返還の決裁があるため、起案して決裁を受けてください。',
  'repayments.order-unpaid':
    'この交付には、支払が終わっていない支出命令があります。支払われる（又は返付される）のを待って、返還を決めてください。支払の日が決まらないと、加算金を計算できません。',
  'repayments.more-than-paid':
    '支払った額は{paid}で、返還を求める{asked}より少なくなっています。支払っていない額の返還は求められません。',
  'repayments.more-than-over':
    '支払が取りやめになったため、返還を求められる額は{most}になりました（起案の額は{asked}）。起案を取り下げると、額が改まります。',
  'repayments.revision-reason-missing': '額を改める理由を入力してください。',
  'repayments.nothing-to-revise': '返還を求める額は、支払った額と交付決定額に合っています。改める必要はありません。',
  'repayments.revise-after-receipt':
    'この返還には領収があります。先に会計の窓口で領収を取り消してから、額を改めてください。',
  'repayments.issued-in-future': '施行日は今日までの日付を入力してください。',
  'repayments.issued-before-decision': '施行日は、決定の日（{earliest}）以後の日付を入力してください。',
  'repayments.due-before-letter': '返還の期限は、施行日より後の日付を入力してください。',
  'repayments.slip-before-due':
    '納める期限は、先に決めた期限（{dueOn}）以後の日付を入力してください。決めた期限を用紙で早めることはできません。',
  'repayments.day-must-come': '{label}は、明日以後の日付を入力してください。',

  'repayments.nothing-to-pay':
    'この返還は、納められる状態にありません。通知書の施行と、納め終わっていないかを確かめてください。',
  'repayments.received-in-future': '領収日は今日までの日付を入力してください。',
  'repayments.received-before-letter':
    '領収日が返還の通知の日（{earliest}）より前です。領収済通知書の日付印と合っていれば、日付は変えずに、通知の前に納められた事情を書いてください。',
  'repayments.received-before-last':
    'この返還には{last}の領収があります。領収日の古い順に入力します。先に入力した領収を取り消してから、古い領収を入力してください。',
  'repayments.amount-missing': '領収した額を1円以上で入力してください。',
  'repayments.more-than-open':
    '領収日に納めるべき額は{open}で、入力した額はそれを超えています。額を確かめてください。領収書のとおりなら「超えた分を過誤納金として受け入れる」を選んでください。',
  'repayments.receipt-paid-back':
    'この領収の過誤納金は還付済みと記録されています。還付の記録が誤りのときは、先にその記録を取り消してください。',
  'repayments.payback-reversed': 'この還付の記録は、すでに取り消されています。',
  'repayments.payback-replaced':
    '画面に表示していた還付の記録は、すでに取り消されています。その後に記録された{paidOn}の還付は、そのまま残っています。',
  'repayments.payback-sent-before':
    'この画面の還付は一度記録され、取り消されています。もう一度記録するときは、返還金の画面の「還付を記録する」から始めてください。',
  'repayments.payback-undecided': '会計管理者の決定がまだありません。決定のあとで記録してください。',
  'repayments.payback-own-decision': '還付を決めた人とは別の会計の職員が記録します。',
  'repayments.decision-paper-missing': '決定の書類の番号を書いてください（例：過誤納金還付調書の番号）。',
  'repayments.decision-reason-missing': '決定の理由を書いてください。',
  'repayments.payback-paper-missing': '還付の支払の書類の番号を書いてください。',
  'repayments.paid-back-before':
    'この過誤納金は{paidOn}に還付したと記録されています。画面を開き直して確かめてください。',
  'repayments.paid-back-in-future': '還付した日は今日までの日付を入力してください。',
  'repayments.paid-back-before-receipt': '還付した日は、領収日（{receivedOn}）以後の日付を入力してください。',
  'repayments.paid-to-missing': '還付した先（口座又は人）を入力してください。',
  'repayments.amount-to-ask-missing': '返還を求める額を1円以上で入力してください。',
  'repayments.overpayment-over-paid':
    '返還を求められるのは{most}までです（支払った額から、すでに返還を求めた額を除いた額）。',
  'repayments.overpayment-note-missing': '何が起きたかを書いてください。決裁と通知書に載ります。',
  'repayments.late-reason-missing':
    '{year}の出納は閉鎖したため、戻入できません。閉鎖した後に入力する理由を書くと、現年度の歳入として受け入れます。',
  'repayments.slip-missing':
    '領収番号を入力してください。領収済通知書に番号がないときは、会計の受付の番号を書きます。同じ領収を2回数えないために使います。',
  'repayments.same-receipt':
    '同じ日・同じ額の領収（領収番号「{slipNumber}」）が、すでに入力されています。同じ領収なら入力しません。別に納められたことを確かめたときは「別の領収として入力する」を選んでください。',
  'repayments.question-answered': 'この行は、すでに確かめられています。画面を開き直してください。',
  'repayments.dismissal-reason-missing': '取り込まない理由を書いてください（例：手で入力した領収と同じもの）。',
  'repayments.slip-too-long': '領収番号は{most}文字以内で入力してください。',
  'repayments.slip-twice': '領収番号「{slipNumber}」は、すでに入力されています。同じ領収書でないか確かめてください。',
  'repayments.reversal-reason-missing': '領収を取り消す理由を入力してください。',
  'repayments.receipt-reversed': 'この領収は、すでに取り消されています。',
  'repayments.receipt-not-newest': '領収は新しいものから順に取り消します。先に、後の領収を取り消してください。',

  'repayments.list-empty': 'ファイルに領収の行がありません。見出しの下に1行以上あるファイルを選んでください。',
  'repayments.list-missing': '取り込む領収済一覧のファイルを選んでください。',
  'repayments.list-faulty': '領収済一覧に直すところがあるため、1件も取り込みませんでした。',
  'repayments.line-unknown': '返還番号「{number}」の返還がありません。「R8返還第1号」のように入力してください。',
  'repayments.line-day-missing': '領収日を入力してください。',
  'repayments.after-end-missing': '免除・権利放棄・不納欠損の後に納められた額です。どう受け入れるかを選んでください。',
  'repayments.after-end-reason-missing': 'ふだんと違う受入れをする理由を書いてください。領収の記録に残ります。',
  'repayments.line-late-reason-missing':
    '{year}の出納は閉鎖したため、戻入できません。この行の「理由」の欄に、閉鎖した後に取り込む理由を書くと、現年度の歳入として受け入れます。',
  'repayments.line-before-letter':
    '領収日が返還の通知の日（{earliest}）より前です。領収済通知書の日付印と合っていれば、日付は変えずに、この行の「理由」の欄に通知の前に納められた事情を書いてください。',
  'repayments.line-after-end-reason-missing':
    '免除・権利放棄・不納欠損の後に納められた額を、ふだんと違う扱いで受け入れます。この行の「理由」の欄に理由を書いてください。',
  'repayments.line-after-end-unknown':
    '「扱い」の欄の「{said}」は読めません。「歳入」か「過誤納」と書くか、空欄にしてください。',
  'repayments.line-slip-missing': '領収番号を入力してください。同じ領収を2回取り込まないために使います。',

  'repayments.act-state': 'この返還は、この手続ができる状態にありません。画面を開き直して確かめてください。',
  'repayments.needs-rule':
    '専決規程の表に「{row}」の行がないため、{act}の決裁を受ける人が決まりません。専決規程の表に行を加えてから起案してください。',
  'repayments.act-pending': 'この返還には決裁を待つ手続があります。その決裁が済んでから行ってください。',
  'repayments.amount-moved':
    '「{organization}」の未納の額が、起案のあとに変わりました。起案を取り下げて、いまの額でやり直してください。',
  'repayments.facts-missing': '理由となる事実を書いてください。決裁と記録に残ります。',
  'repayments.facts-too-long': '{most}文字以内で入力してください。',
  'repayments.nothing-overdue': '期限を過ぎた未納がないため、督促はできません。',
  'repayments.dunning-day-missing': '指定期限を入力してください。',
  'repayments.plan-ground-missing': '履行延期の理由（施行令第171条の6第1項の各号）を選んでください。',
  'repayments.plan-nothing-open': '返還金も加算金・延滞金もすべて納められているため、分割するものがありません。',
  'repayments.plan-parts-missing': '納める日と額を1回分以上入力してください。',
  'repayments.part-amount-missing': 'この回に納める額を1円以上で入力してください。',
  'repayments.plan-days': '納める日は明日以後とし、早い順に入力してください。',
  'repayments.plan-sum': '分割の合計{sum}が、未納の額{open}と違います。合計をそろえてください。',
  'repayments.relief-missing': '減免する加算金か延滞金を選んでください。',
  'repayments.relief-of-none': 'この返還には{label}がかからないため、減免するものがありません。',
  'repayments.relief-over': '減免する{label}は、未納の{open}までの額で入力してください。',
  'repayments.relief-amount-missing': '減免する{label}の額を1円以上で入力してください。',
  'repayments.relief-citation-missing': '減免の根拠となる条を書いてください（例：交付規則第19条第3項）。',
  'repayments.remission-without-plan':
    '免除には、無資力を理由とする履行延期の決定が先に必要です（施行令第171条の7）。この返還にはその決定がありません。',
  'repayments.remission-too-early':
    '免除は、期限又は履行延期の決定から10年（{day}）を過ぎたあとでなければできません（施行令第171条の7）。',
  'repayments.waiver-ground-missing': '権利放棄の根拠（議会の議決か条例の定め）を選んでください。',
  'repayments.waiver-citation-missing':
    '権利放棄には議会の議決か条例の定めが必要です（地方自治法第96条第1項第10号）。議案番号か条例の条を書いてください。',
  'repayments.waiver-day-missing': '議決の日を、今日までの日付で入力してください。',
  'repayments.write-off-ground-missing':
    '不納欠損には、免除・権利放棄・時効の完成のどれかが必要です。理由を選んでください。',
  'repayments.write-off-not-ended':
    'この返還には、選んだ理由（免除・権利放棄）の決定がまだありません。先にその決定をしてください。',
  'repayments.not-prescribed':
    '時効はまだ完成していません。5年の期間が終わるのは{day}です（督促・納付・履行延期で期間が始まり直します）。',
  'repayments.invocation-missing': '私債権は、時効の援用がなければ消滅しません。援用した人を書いてください。',
  'repayments.invocation-day-missing': '時効を援用した日を、今日までの日付で入力してください。',
} as const satisfies Record<string, string>;
