/** 補助制度 */
export const programMessages = {
  'programs.missing': '{label}を入力してください。',
  'programs.too-long': '{label}は{most}文字以内で入力してください。',
  'programs.not-chosen': '{label}を選んでください。',
  'programs.not-a-count': '{label}は{least}から{most}までの整数で入力してください。',
  'programs.not-an-amount': '{label}は0円以上の数字で入力してください（例：570,000）。',
  'programs.not-a-day': '{label}は「令和8年4月1日」または「2026/4/1」のように入力してください。',
  'programs.no-terms': '交付額の算定を1行以上入力してください。',
  'programs.no-questions': '計画の質問を1つ以上入力してください。',
  'programs.no-expenditure-categories': '支出の科目を1つ以上入力してください。',
  'programs.same-category-twice': '同じ名称の科目が2つあります。どちらかを別の名称にしてください。',
  'programs.closes-before-opening': '受付終了日は受付開始日以後の日を入力してください。',
  'programs.decision-before-opening': '交付決定の予定日は受付開始日以後の日を入力してください。',
  'programs.eligible-outside-year':
    '対象となる経費の始まりの日は、その年度の4月1日から翌年3月31日までの日を入力してください。',
  'programs.same-id-twice': '同じ記号「{id}」が2回使われています。どちらかを別の記号にしてください。',
  'programs.budget-line-unknown': '予算科目を一覧から選んでください。',
  'programs.budget-line-of-another-year': '予算科目は補助制度と同じ年度のものを選んでください。',
  'programs.section-unknown': '担当課を一覧から選んでください。',
  'programs.code-unreadable': '記号は英小文字で始まる英小文字・数字・ハイフンで入力してください（例：unei）。',
  'programs.code-taken': 'この記号はほかの補助制度で使われています。別の記号を入力してください。',
  'programs.published':
    'この版は公開済みのため変えられません。変えるときは「新しい版を作る」から次の版を作ってください。',
  'programs.publication-unconfirmed': '公開するときは、内容を確かめた印を付けてください。',
} as const satisfies Record<string, string>;
