/** 町のフォルダー: what its files still need, and why something was left as it was. */
export const townFolderMessages = {
  'town-folder.town-missing': 'ファイルがありません。フォルダーのいちばん上に置いてください。',
  'town-folder.file-unknown':
    'この名前のファイルは使われません。名前のつづりと置き場所を確かめるか、フォルダーから出してください。',
  'town-folder.not-json':
    'JSONとして読めません。この行の前後で、かっこ・引用符「"」・コンマがそろっているか確かめてください（最後の項目のあとにコンマは付けません）。',
  'town-folder.not-a-record': '全体を「{」と「}」で囲んでください。',
  'town-folder.name-unknown': 'この項目は使われません。項目の名前のつづりを確かめてください。',
  'town-folder.heading-unknown':
    '見出し「{heading}」の列は使われません。見出しの言葉を確かめてください（使えるのは {headings}）。',
  'town-folder.not-chosen': '{label}には、{choices} のどれかを書いてください。',
  'town-folder.not-in': '「{name}」は {where} にありません。同じ名前で書いてください。',
  'town-folder.twice': '「{name}」が2回書かれています。どちらかを消してください。',
  'town-folder.person-twice':
    '「{name}」が2回書かれています。兼務は1行にまとめ、職を「、」でつないでください。同じ名前の別の人は、片方を画面から加えてください。',
  'town-folder.section-unknown': '「{name}」という課は sections にありません。同じ名前で書いてください。',
  'town-folder.authority-basis-missing':
    'authority.csv があるときは、専決規程の名前を "authority": { "basis": "○○市事務専決規程" } のように書いてください。',
  'town-folder.not-a-year': '年度は「令和8年度」または「2026」のように書いてください。',
  'town-folder.no-budget-line': '{year}の科目コード「{code}」の予算がありません。budget.csv に書き加えてください。',
  'town-folder.edition-twice': '同じ記号と年度の補助制度が {file} にもあります。どちらかを消してください。',
  'town-folder.photo-missing': '写真 {path} がありません。この名前で置くか、記録から写真の行を消してください。',
  'town-folder.slug-taken': 'アドレス「{slug}」は、{name}が使っています。ほかの名前にしてください。',
  'town-folder.slug-changed':
    '{name}のアドレスは、もう通知書に印刷されているため変えられません。前と同じ slug に戻してください（いまは「{slug}」と書かれています）。',
  'town-folder.left-section': 'フォルダーにない課ですが、これまでの文書に使われているため残しました。',
  'town-folder.left-post': '職はもうあります。変えるときは「管理の窓口 › 職員と職」で行ってください。',
  'town-folder.left-person': 'この職員はもういます。異動は「管理の窓口 › 職員と職」で行ってください。',
  'town-folder.left-authority-draft':
    '専決規程の案として入れました。「管理の窓口 › 専決規程」で確かめて公開すると使われます。',
  'town-folder.left-budget-line': '予算はもう開いています。増減は、補正や流用として画面から記録してください。',
  'town-folder.left-published':
    '公開した版は変えません。直すときは「職員の窓口 › 補助制度」で新しい版を作ってください。',
  'town-folder.left-edited': '画面で書き直されているため、そのままにしました。',
  'town-folder.left-call':
    '同じ年度の同じ名称の募集がもうあります。変えるときは「職員の窓口 › 企画提案」で行ってください。',
  'town-folder.left-call-over': '受付の終わりの日を過ぎているため、下書きのままにしました。',
  'town-folder.left-voices': '町の決めごとは、もう画面で保存されています。変えるときは、画面の設定で行ってください。',
} as const satisfies Record<string, string>;
