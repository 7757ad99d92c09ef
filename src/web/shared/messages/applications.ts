/** 交付申請 */
export const applicationMessages = {
  'applications.not-from-proposals':
    'この補助制度の申請は、企画提案から始められません。「申請を始める」から始めてください。',
  'applications.proposal-of-organization': 'この提案は団体が出したものです。申請も、その団体が行います。',
  'applications.carrier-missing': '提案を行う団体を選んでください。',
  'applications.proposal-begun': 'この提案からの申請が始まっているため、団体を変えられません。',
  'applications.not-yet-open': '受付は{opens}に始まります。始まってから、もう一度お越しください。',
  'applications.period-over': '受付は{closes}に終わりました。提出については担当課に相談してください。',
  'applications.nothing-to-carry':
    '写す欄に、一つ以上の印を付けてください。写さないときは「申請の一覧に戻る」を押してください。',
  'applications.changed-since-offer':
    '確かめている間に、前の申請の内容が変わりました。もう一度確かめてから、写してください。',
  'applications.newer-edition': 'この補助制度は新しい版に替わりました。ホームから新しい版を開いてください。',
  'applications.prior-start-reason-missing':
    '交付決定の予定日（{decisionBy}）より前に始める理由を入力してください。前に始めないときは、事業の期間を直してください。',
  'applications.start-outside-year':
    '事業の始まりの日は、{year}（{first}から{last}まで）のうちの日を入力してください。ほかの年度の事業は、その年度に申請します。',
  'applications.end-outside-year':
    '事業の終わりの日は、{year}（{first}から{last}まで）のうちの日を入力してください。年度をまたぐ事業は、担当課に相談してください。',
  'applications.year-full':
    'この補助制度に申請できるのは、1つの団体について年度に{most}件までです（{article}）。ほかの申請を取り下げると、始められます。',
  'applications.being-entered':
    '担当課が紙の申請書を入力しています。入力が済むと、ここで内容を見られます。急ぐときは、担当課に電話してください。',
  'applications.begun-already':
    'この団体は、この補助制度の申請をすでに始めています。案件の一覧で確かめ、団体が作成中のときは、作成をやめてもらってから入力してください。',
  'applications.paper-day-ahead': '収受日には、今日か、それより前の日を入力してください。',
  'applications.paper-out-of-period':
    '収受日が受付期間（{opens}から{closes}まで）に入っていません。期限の後に届いた紙は、補助制度の「延長・期限後の受付」で受付を認めると入力できます。',
  'applications.paper-program-missing': '補助制度を選んでください。',
  'applications.paper-organization-missing': '申請した団体を選んでください。',
  'applications.not-editable':
    'この申請は提出済みのため、いまは変えられません。直したいときは「担当課に連絡する」から相談してください。',
  'applications.project-unsaid':
    'この申請が、前の年度の事業の続きか、新しい事業かを、「支援の年次」で選んでください。交付額の計算に使います。',
  'applications.project-of-proposal': 'この申請は企画提案から始まっているため、続きの事業は企画提案で決まります。',
  'applications.not-to-continue': '続きの事業を選び直してください。ほかの申請が、その事業の続きになりました。',
  'applications.not-submittable': 'この申請はいまは提出できません。ホームで申請の状態を確かめてください。',
  'applications.not-under-review': 'この申請はいまは審査中ではありません。案件の一覧で状態を確かめてください。',
  'applications.not-withdrawable': 'この申請はもう取り下げられません。「担当課に連絡する」から相談してください。',
  'applications.incomplete': 'まだ入力が足りないところがあります。',
  'applications.changed-since-check':
    '確認している間に内容が変わりました。最新の内容を確かめてから、もう一度提出してください。',
  'applications.representative-missing': '代表者が登録されていません。「団体の情報」で代表者を登録してください。',
  'applications.line-without-category': '科目を選んでください。',
  'applications.line-without-amount': '金額を1円以上の数字で入力してください（例：50,000）。',
  'applications.remark-too-long': '摘要は{most}文字以内で入力してください。',
  'applications.no-expenditure': '支出の部に1行以上入力してください。',
  'applications.income-short':
    '収入合計{income}円と支出合計{expenditure}円が違います。収入を{difference}円ふやすか、支出を{difference}円へらしてください。',
  'applications.expenditure-short':
    '収入合計{income}円と支出合計{expenditure}円が違います。支出を{difference}円ふやすか、収入を{difference}円へらしてください。',
  'applications.own-funds-short':
    '収入合計{income}円と支出合計{expenditure}円が違います。収入の「{own}」を{difference}円ふやすと一致します。',
  'applications.own-funds-over':
    '収入合計{income}円と支出合計{expenditure}円が違います。収入の「{own}」を{difference}円へらすと一致します。',
  'applications.too-many-lines': '収支予算書の行は{most}行までです。科目ごとにまとめてください。',
  'applications.too-many-files': '添えられるファイルは{most}件までです。いらないファイルを外してください。',
  'applications.files-wait-for-scan':
    '添付書類のウイルス検査が終わっていないため、まだ審査を終えられません。検査が終わってから、もう一度押してください。',
  'applications.file-infected':
    '添付書類「{name}」にウイルスが見つかりました。この書類を指摘して差し戻し、別のファイルを求めてください。',
  'applications.file-not-chosen': 'ファイルを選んでから「添える」を押してください。',
  'applications.two-texts':
    'ほかの役員、または別の画面で同時に入力した内容が残っています。どちらにするか確かめてください。',
  'applications.newer-form':
    '申請書が新しい版に変わりました。入力した内容は保存してあります。この画面を読み込み直して続けてください。',
  'applications.other-officer-writes':
    'ほかの役員が、または別の画面で、このページに入力しています。ここまでの入力は保存しました。続きは、ページを開き直してから入力してください。',
  'applications.withdrawal-reason-missing': '取り下げる理由を入力してください。担当課が読みます。',
  'applications.withdrawal-unconfirmed': '取り下げるときは、確認の印を付けてください。',
  'applications.no-points': '差し戻す理由を、どれか一つの欄の「指摘」に入力してください。',
  'applications.point-too-long': '「{label}」への指摘は{most}文字以内で入力してください。',
  'applications.point-unanswered': '「{label}」への指摘に、回答を入力するか、内容を直してください。',
  'applications.rectified-by-another':
    'ほかの職員が、先にこの欄を訂正しました。いまの内容を確かめてから、もう一度訂正してください。',
  'applications.nothing-rectified': 'いまの内容と同じです。訂正する内容を入力してください。',
  'applications.rectification-reason-missing': '訂正する理由を入力してください。団体にも示します。',
  'applications.late-until-past': 'いつまで受け付けるかは、今日以後の日を入力してください。',
  'applications.late-not-later': 'いつまで受け付けるかは、受付の締切（{closes}）より後の日を入力してください。',
  'applications.late-reason-missing': '期限後に受け付ける理由を入力してください。審査の記録に残ります。',
  'applications.late-already-sent': 'この申請はもう提出されています。一覧から選び直してください。',
  'applications.late-whom-missing': 'どの団体のどの申請に認めるかを選んでください。',
  'applications.figure-missing': '担当課が{label}を登録すると計算できます。担当課に登録を頼んでください。',
  'applications.fact-answer-missing': '「{label}」に答えてください。交付額の計算に使います。',
} as const satisfies Record<string, string>;
