/** 収支予算書 of an application; each sentence stands at its cell. */
export const plannedBudgetMessages = {
  'applications.quantity-unreadable': '数量は数字で入力してください（例：12、1.5）。',
  'applications.unit-price-missing':
    '単価を入力してください。数量を使わないときは、数量を消して金額を入力してください。',
  'applications.quantity-missing': '数量を入力してください。単価を使わないときは、単価を消して金額を入力してください。',
  'applications.product-of-nothing': '単価と数量を掛けた金額が1円以上になるように入力してください。',
  'applications.unit-too-long': '単位は{most}文字以内で入力してください（例：人、回、時間）。',
  'applications.line-reason-missing':
    '「{category}」は対象外とされている科目です。対象とするときは、その理由を書いてください。',
  'applications.line-reason-too-long': '対象・対象外の理由は{most}文字以内で入力してください。',
  'applications.tax-credit-missing': '消費税の仕入控除税額について、どれか一つを選んでください。',
  'applications.tax-credit-without-amount': '仕入控除税額を1円以上の数字で入力してください（例：12,000）。',
  'applications.pasted-side-missing': '貼り付ける先を、収入の部か支出の部から選んでください。',
  'applications.pasted-too-long': '貼り付ける行が多すぎます。いくつかに分けて貼り付けてください。',
  'applications.nothing-pasted': 'Excelでコピーした行を、この欄に貼り付けてください。',
  'applications.pasted-category-unknown':
    '{row}行目の科目「{typed}」は一覧にありません。一覧の科目の名前に直してください。',
  'applications.pasted-eligibility-unknown':
    '{row}行目の対象「{typed}」は読み取れません。「対象」か「対象外」、または空欄に直してください。',
  'applications.pasted-too-wide': '{row}行目の列が多くなっています。{typed}の順に並べてください。',
  'applications.workbook-missing': '記入したExcelファイルを選んでください。',
  'applications.workbook-faulty': 'Excelの{count}か所を直してください。まだ何も変えていません。',
  'applications.sheet-missing':
    'シート「{sheet}」が見つかりません。この画面からダウンロードしたファイルに記入してください。',
  'applications.sheet-empty': '3行目から下に、収入か支出の行を記入してください。',
  'applications.heading-moved':
    '列の見出し「{heading}」がここにありません。列を入れ替えず、ダウンロードしたときの順に戻してください。',
  'applications.cells-merged': 'セルが結合されています。セルの結合を解いて、1つのセルに1つずつ書いてください。',
  'applications.cell-formula': '数式が入っています。コピーして「値の貼り付け」をし、数字や文字だけにしてください。',
  'applications.cell-side': '収支は「収入」か「支出」を一覧から選んでください。',
  'applications.cell-category': '科目「{typed}」は、選んだ収支の一覧にありません。一覧から選んでください。',
  'applications.cell-eligibility': '対象は「対象」か「対象外」を選ぶか、空欄にしてください。',
} as const satisfies Record<string, string>;
