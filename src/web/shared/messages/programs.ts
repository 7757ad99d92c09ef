/** 補助制度 */
export const programMessages = {
  'programs.not-a-percentage': '{label}は「10.95」のように、小数点以下4けたまでの数字で入力してください。',
  'programs.no-title-question': '事業の名称には、1行で答える文字の質問を選んでください。',
  'programs.no-period-question': '事業の期間には、期間を答える質問を選んでください。',
  'programs.no-expenditure-categories': '支出の科目を1つ以上入力してください。',
  'programs.same-category-twice': '同じ名称の科目が2つあります。どちらかを別の名称にしてください。',
  'programs.closes-before-opening': '受付終了日は受付開始日以後の日を入力してください。',
  'programs.schedule-after-settlement':
    '精算後払では、実績報告の前に支払うことができません。支払方法を変えるか、分けて支払う回を消してください。',
  'programs.schedule-too-many': '分けて支払う回は{most}回以内にしてください。',
  'programs.schedule-order':
    '分けて支払う月は、4月から翌年3月への順に、同じ月を2回使わずに並べてください。「交付決定の通知のあと」は第1回だけに使えます。',
  'programs.schedule-over-whole': '支払の割合の合計を1以下にしてください。',
  'programs.schedule-rest':
    '支払の割合の合計が1に足りません。残りを精算で支払うときは「実績報告のあとに精算する」に印を付けてください。',
  'programs.decision-before-opening': '交付決定の予定日は受付開始日以後の日を入力してください。',
  'programs.eligible-outside-year':
    '対象となる経費の始まりの日は、その年度の4月1日から翌年3月31日までの日を入力してください。',
  'programs.no-criteria': '審査会の評価項目を1つ以上入力してください。',
  'programs.no-verification-points': '検証の項目を1つ以上入力してください。',
  'programs.verification-options': '「{label}」の答えは、1行に一つずつ、{least}から{most}までの数で書いてください。',
  'programs.floor-above-most': '「{label}」の最低の点は、配点以下の数を入力してください。',
  'programs.tie-break-unknown':
    '同点のときに比べる評価項目「{id}」が見つかりません。評価項目の記号を入力してください。',
  'programs.budget-line-unknown': '予算科目を一覧から選んでください。',
  'programs.budget-line-of-another-year': '予算科目は補助制度と同じ年度のものを選んでください。',
  'programs.section-unknown': '担当課を一覧から選んでください。',
  'programs.code-taken': 'この記号はほかの補助制度で使われています。別の記号を入力してください。',
  'programs.fault-elsewhere': 'このまま保存すると「{part}」と食いちがいます：{sentence}',
  'programs.question-in-use': '質問「{label}」は、{users}に使われているため消せません。先にそちらを直してください。',
  'programs.option-in-use': '選択肢「{option}」は、{users}に使われているため消せません。先にそちらを直してください。',
  'programs.section-in-use':
    '区分「{title}」には、{users}に使われている質問があるため消せません。先にそちらを直してください。',
  'programs.last-question':
    '区分「{title}」の質問はこれだけのため、消すことも移すこともできません。先にほかの質問を加えるか、区分ごと消してください。',
  'programs.last-section': '申請書の区分は「{title}」だけのため消せません。先にほかの区分を加えてください。',
  'programs.deletion-unconfirmed': '消すときは、確かめた印を付けてください。',
  'programs.publication-by-draft':
    'この自治体では、補助制度の公開は決裁を受けて行います。「公開を起案する」から起案してください。',
  'programs.publication-in-draft': '公開の起案（{number}）の決裁が続いています。先に起案を取り下げてください。',
  'programs.published':
    'この版は公開済みのため変えられません。変えるときは「新しい版を作る」から次の版を作ってください。',
  'programs.draft-open':
    'この補助制度の{year}の下書きは、すでに作られています。補助制度の一覧から開いて続けるか、破棄してから作り直してください。',
  'programs.draft-open-in-year':
    'この補助制度には{year}の下書きがすでにあります。別の年度を選ぶか、そちらの下書きを先に公開または破棄してください。',
  'programs.next-year-published':
    'この補助制度の{year}の版は、すでに公開されています。直すときは、その版を開いて「新しい版を作る」を押してください。',
  'programs.not-withdrawable': '公開を取り消せるのは、公開している版だけです。',
  'programs.edition-superseded': 'この版のあとに新しい版が公開されているため、公開を取り消せません。',
  'programs.edition-in-use':
    'この版で始められたか、前の版から引き継がれた申請が{count}件あるため、公開を取り消せません。変えるところがあるときは、「新しい版を作る」から次の版を作って公開してください。作成中の申請は新しい版に引き継がれます。',
  'programs.withdrawal-reason-missing': '公開を取り消す理由を入力してください。記録に残ります。',
  'programs.withdrawal-unconfirmed': '公開を取り消すときは、内容を確かめた印を付けてください。',
  'programs.publication-unconfirmed': '公開するときは、内容を確かめた印を付けてください。',
  'programs.not-published': 'この版はまだ公開されていません。公開してから受付期間を延ばしてください。',
  'programs.extension-past': '新しい締切は、いまより後の日時を入力してください。',
  'programs.extension-not-later': '新しい締切は、いまの締切（{closes}）より後の日時を入力してください。',
  'programs.extension-reason-missing': '延長の理由を入力してください。申請する団体にも示されます。',
  'programs.extension-unconfirmed': '延長するときは、内容を確かめた印を付けてください。',
} as const satisfies Record<string, string>;
