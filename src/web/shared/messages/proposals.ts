/** 企画提案 */
export const proposalMessages = {
  'proposals.call-not-open':
    'この募集は、いまは提案を受け付けていません。受付は{opens}から{closes}までです。紙で出すときは、担当課に相談してください。',
  'proposals.call-not-possible':
    'この募集には、いまはその操作ができません。ページを読み込み直して、状態を確かめてください。',
  'proposals.call-over-already': '受付の終わりが過ぎています。終わりの日を、今日か、それより後の日に直してください。',
  'proposals.sorting-tied':
    '{numbers}は、あなたと利害関係があるため、あなたは仕分けられません。ほかの職員が仕分けます。ほかの提案の仕分けは保存しました（{count}件）。',
  'proposals.publication-unconfirmed': '公開するときは、内容を確かめた印を付けてください。',
  'proposals.extension-not-later': '新しい受付の終わりは、いまの終わりより後の日を入力してください。',
  'proposals.extension-past': '新しい受付の終わりは、今日か、それより後の日を入力してください。',
  'proposals.extension-reason-missing': '延ばす理由を入力してください。募集のページに示されます。',
  'proposals.call-withdrawal-reason-missing': '取りやめる理由を入力してください。募集のページに示されます。',
  'proposals.call-withdrawal-unconfirmed': '取りやめるときは、確認の印を付けてください。',
  'proposals.no-proposers': '提案できる人を1つ以上選んでください。',
  'proposals.no-fields': '分野を1つ以上入力してください。',
  'proposals.closes-before-opening': '受付の終わりは、受付の始まりか、それより後の日を入力してください。',
  'proposals.kind-missing': 'どの立場で提案するかを選んでください。',
  'proposals.name-missing': 'お名前（団体・企業は名称）を入力してください。',
  'proposals.contact-missing':
    '電話番号や住所か、メールアドレスの、どちらかを入力してください。町からの連絡に使います。',
  'proposals.mail-unreadable': 'メールアドレスは「name@example.jp」のように入力してください。',
  'proposals.public-name-missing': 'お名前を公表してよいかを選んでください。',
  'proposals.title-missing': '提案の名称を入力してください。',
  'proposals.field-missing': '分野を選んでください。',
  'proposals.paper-out-of-period':
    '収受日は、受付の期間（{opens}から{closes}まで）の、今日までの日を入力してください。',
  'proposals.not-editable':
    'この提案はもう提出されているか、取り下げられているため、変えられません。直したいときは担当課に連絡してください。',
  'proposals.not-withdrawable': 'この提案は、もう取り下げられません。担当課に連絡してください。',
  'proposals.withdrawal-while-drafted':
    'この提案は、いま採択の決裁をしているところです。取り下げたいときは、担当課に連絡してください。',
  'proposals.withdrawal-of-merged':
    'この提案には、ほかの方の提案が統合されています。取り下げたいときは、担当課に連絡してください。',
  'proposals.withdrawal-unconfirmed': '取り下げるときは、確認の印を付けてください。',
  'proposals.texts-unsettled':
    'ほかの画面で同時に入力した内容が残っています。「提案の内容」を開き、どちらにするか確かめてください。',
  'proposals.code-needed':
    'しばらく使われなかったため、この端末での表示を閉じました。「企画提案の募集」のページの「控えのコードで開く」から、もう一度開いてください。保存した内容は残っています。',
  'proposals.code-missing': '控えのコード（16文字の英数字）を入力してください。',
  'proposals.code-mistyped': '控えのコードの文字を確かめてください。4文字ずつ4組、あわせて16文字です。',
  'proposals.code-unknown': 'この控えのコードの提案は見つかりません。控えた文字をもう一度確かめてください。',
  'proposals.not-screenable':
    'この提案は、もう結果が決まっているか取り下げられているため、必要性の確認を変えられません。',
  'proposals.screening-while-drafted':
    'この提案は、採択の起案が回っているため、必要性の確認を変えられません。変えるときは、先に起案を取り下げてください。',
  'proposals.screening-missing': '検討するか、対象としないかを選んでください。',
  'proposals.screening-reason-missing': '理由を入力してください。提案者に知らせます。',
  'proposals.sorting-missing': '理由を書いた{number}は、だれが行うものかも選んでください。',
  'proposals.sorting-reason-missing': '{number}の理由を入力してください。なぜそう仕分けたかを、記録に残します。',
  'proposals.presentation-pending':
    'この提案は、{day}の発表の議題です。発表会の結果を確定してから、採択してください。発表しないときは、議題から外してください。',
  'proposals.sorting-incomplete': '{numbers}が、まだ仕分けられていません。すべて仕分けてから確定してください。',
  'proposals.sorting-empty': '仕分ける提案がありません。提案が届いてから確定してください。',
  'proposals.sorting-unscreened':
    '{numbers}は、必要性の確認がまだです。提案のページで必要性を確かめてから、仕分けてください。',
  'proposals.sorting-meeting-missing': '仕分けた会議の名前を入力してください。',
  'proposals.sorting-day-missing': '仕分けた会議の開催日を入力してください。',
  'proposals.sorting-day-later': '仕分けた会議の開催日は、今日までの日を入力してください。',
  'proposals.sorting-settled':
    '{numbers}は、もう結果が決まっているため、仕分けを変えられません。まだ何も保存していません。ほかの提案を確かめ、もう一度保存してください。',
  'proposals.sorting-overtaken':
    '{numbers}は、この画面を開いたあとに、ほかの職員が仕分けました。まだ何も保存していません。いまの仕分けを確かめ、よければもう一度保存してください。',
  'proposals.not-decidable':
    'この提案には、いまはその操作ができません。先に必要性の確認で「検討する」とするか、いまの状態を確かめてください。',
  'proposals.adoption-drafted': 'この提案は、採択の起案が回っています。変えるときは、先に起案を取り下げてください。',
  'proposals.adoption-by-draft': '採択は決裁で決めます。起案してください。',
  'proposals.amount-missing': '予算の額を、1円以上で入力してください。',
  'proposals.over-budget':
    '予算の額が、予算科目の残額（{available}円）を超えています。額か、予算科目を改めてください。',
  'proposals.budget-line-missing': '現年度か、これからの年度の予算科目を選んでください。',
  'proposals.not-days': '{label}は、1から{most}までの数で入力してください。',
  'proposals.identity-missing': '本人であることを、どのように確かめたかを入力してください。記録に残ります。',
  'proposals.code-not-needed': '団体の提案は、団体がログインして開きます。控えのコードは使いません。',
  'proposals.telling-way-missing': 'どのように知らせたかを選んでください。',
  'proposals.telling-day-out': '知らせた日は、{on}から今日までの日を入力してください。',
  'proposals.nothing-kept': 'この提案のために確保している予算は、いまはありません。',
  'proposals.freeing-reason-missing': '確保をやめる理由を入力してください。記録に残ります。',
  'proposals.comment-missing': 'コメントを入力してください。提案者に知らせます。',
  'proposals.refusal-not-confirmed': '提案者に知らせる内容を確かめて、印を付けてください。不採択は取り消せません。',
  'proposals.merger-not-confirmed': '統合する先とコメントを確かめて、印を付けてください。統合は取り消せません。',
  'proposals.merger-missing':
    '統合する先の提案を選んでください。検討中で、採択の起案が回っていない提案だけを選べます。ほかの提案を統合した提案は、さらに統合できません。',
  'proposals.hearing-past':
    '聞き取りの日は、今日か、それより後の日を入力してください。終わった聞き取りは、「聞き取りを記録する」から書きます。',
  'proposals.hearing-place-missing': '場所を入力してください。電話で聞くときは「電話」と書きます。',
  'proposals.hearing-reason-missing': '理由を入力してください。提案者に知らせます。',
  'proposals.not-hearable':
    '聞き取りの日は、必要性の確認で「検討する」とした、結果の決まっていない提案についてだけ決められます。',
  'proposals.no-hearing-planned': '取りやめる聞き取りがありません。いまの予定を確かめてください。',
  'proposals.tie-reason-missing': '届出の理由を入力してください。',
} as const satisfies Record<string, string>;
