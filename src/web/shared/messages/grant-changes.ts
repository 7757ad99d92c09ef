/** 交付決定の変更・中止・取消し、状況報告 */
export const grantChangeMessages = {
  'grant-changes.one-at-a-time':
    'この補助金では、ほかの変更・中止・取消しの手続きが進んでいます。それが終わってから始めてください。',
  'grant-changes.not-changeable': 'この交付決定は、まだ通知されていないか、取り下げられています。',
  'grant-changes.revoked': 'この交付決定は、すでに全部が取り消されています。',
  'grant-changes.determined':
    'この補助金は額の確定が終わっているため、変更や中止はできません。担当課に連絡してください。',
  'grant-changes.discontinued': 'この補助金は、すでに中止・廃止が承認されています。',
  'grant-changes.state': 'この手続きは、もう書き直せません。画面を開き直してください。',
  'grant-changes.incomplete': 'まだ直すところがあります。下の一覧から直してください。',
  'grant-changes.changed-since-check':
    '確かめたあとに内容が変わりました。いまの内容を確かめて、もう一度提出してください。',
  'grant-changes.nothing-changed': 'いまの内容と同じです。変えるところを直してください。',
  'grant-changes.nothing-left': '変更後の額が0円になります。事業をやめるときは、中止・廃止の申請をしてください。',
  'grant-changes.reason-missing': '理由を入力してください。',
  'grant-changes.text-too-long': '{most}文字までにしてください。',
  'grant-changes.no-increase':
    '計算した額が、いまの交付決定額より多くなっていません。増額を求めないときは、印を外してください。',
  'grant-changes.increase-after-year':
    '年度が終わったため、増額はできません。増額の印を外すか、担当課に相談してください。',
  'grant-changes.effective-missing': 'やめる日を入力してください。',
  'grant-changes.spent-missing': 'これまでに使った額を入力してください。使っていないときは0を入力します。',
  'grant-changes.not-to-be-withdrawn': '決裁が始まっているため、取り下げられません。担当課に連絡してください。',
  'grant-changes.moved-on': 'この届出・申請は、もう次の段階に進んでいます。画面を開き直してください。',
  'grant-changes.changed-by-another':
    '開いたあとに、団体かほかの職員がこの届出・申請を変えました。いまの内容を確かめて、もう一度行ってください。',
  'grant-changes.note-missing': '直してほしい点を入力してください。団体の画面とメールに表示されます。',
  'grant-changes.correct-by-past': '直す期限は、今日からあとの日を入力してください。',
  'grant-changes.needs-decision': '承認が要る変更です。受理ではなく、承認を起案してください。',
  'grant-changes.only-a-notice': '軽微な変更の届です。承認ではなく、受理を起案してください。',
  'grant-changes.outcome-missing': '処分（承認する・額を減らして承認する・承認しない）を選んでください。',
  'grant-changes.refusal-reason-missing': '承認しない理由を入力してください。通知書に書かれます。',
  'grant-changes.not-in-draft': 'この変更はもう起案中ではありません。画面を開き直してください。',
  'grant-changes.amount-moved':
    '起案のあとに、いまの交付決定額が変わりました。起案を取り下げて、もう一度起案してください。',
  'grant-changes.not-to-be-issued':
    '施行できる変更ではありません（決裁前か、施行済みです）。画面を開き直してください。',
  'grant-changes.extent-missing': '取消しの範囲（全部・一部）を選んでください。',
  'grant-changes.kept-missing': '残す交付決定額を、1円以上で入力してください。',
  'grant-changes.kept-not-below': '残す交付決定額は、いまの額（{inForce}円）より少なくしてください。',
  'grant-changes.kept-of-whole': '全部を取り消すときは、残す額の入力を消してください。',
  'grant-changes.article-missing': '取消しの根拠となる条を入力してください。',
  'grant-changes.ground-missing': '取消しの理由を入力してください。通知書に書かれます。',
  'grant-changes.fault-not-said': '団体の責めに帰すべき事由があるかないかを選んでください。',
  'grant-changes.heard-on-missing': '弁明を聴取した日を入力してください。',
  'grant-changes.heard-in-future': '弁明を聴取した日は、今日までの日を入力してください。',
  'grant-changes.hearing-missing': '団体の弁明を入力してください。',
  'grant-changes.too-many-papers': '添える書類は{most}個までにしてください。',
  'grant-changes.report-of-future': 'これから先の日の報告はできません。今日までの日を入力してください。',
  'grant-changes.progress-missing': 'これまでに行ったことを入力してください。',
  'grant-changes.accident-missing': '起きたことを入力してください。',
  'grant-changes.outlook-missing': 'これからどうするかを入力してください。',
  'grant-changes.report-state': 'この報告は、もう次の段階に進んでいます。画面を開き直してください。',
  'grant-changes.due-past': '提出の期限は、今日からあとの日を入力してください。',
};
