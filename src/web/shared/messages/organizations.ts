/** Sentences of まちづくり組織: each names the field and the remedy. */
export const organizationMessages = {
  'organizations.name-missing': '団体名を入力してください。',
  'organizations.name-too-long': '団体名は{max}文字以内で入力してください。',
  'organizations.name-taken': 'この団体名はすでに登録されています。団体の一覧で確かめてください。',
  'organizations.kana-missing': '団体名のフリガナを入力してください。',
  'organizations.kana-too-long': '団体名のフリガナは{max}文字以内で入力してください。',
  'organizations.kana-not-kana': '団体名のフリガナは、カタカナかひらがなで入力してください。',
  'organizations.district-missing': '校区を一覧から選んでください。',
  'organizations.district-name-missing': '校区の名前を入力してください。',
  'organizations.district-name-too-long': '校区の名前は{max}文字以内で入力してください。',
  'organizations.district-words-too-long': '校区の紹介は{max}文字以内で入力してください。',
  'organizations.district-known': '校区「{name}」はすでにあります。',
  'organizations.postal-code-missing': '郵便番号を入力してください。',
  'organizations.postal-code-not-seven-digits': '郵便番号は7桁の数字で入力してください（例：838-0100）。',
  'organizations.introduction-missing': '紹介の文を入力してください。載せないときは、同意の印を外してください。',
  'organizations.address-missing': '住所を入力してください。',
  'organizations.address-too-long': '住所は{max}文字以内で入力してください。',
  'organizations.phone-missing': '電話番号を入力してください。',
  'organizations.phone-not-phone': '電話番号は市外局番から、10桁か11桁の数字で入力してください（例：0942-00-0000）。',
  'organizations.mail-not-mail':
    'メールアドレスは「名前@例.jp」の形で入力してください。お持ちでないときは空欄にしてください。',
  'organizations.consent-missing': '通知書の受け取り方を選んでください。',
  'organizations.not-printable': '「{characters}」は通知書に印刷できない文字です。別の字で入力してください。',
  'organizations.details-unfinished': '団体の名前と連絡先を入力してください。',

  'organizations.wards-missing': '行政区を1つ以上、1行に1つずつ入力してください。',
  'organizations.wards-too-many': '行政区は{max}件以内で入力してください。',
  'organizations.ward-too-long': '行政区「{name}」の名前が長すぎます。1行に1つずつ、{max}文字以内で入力してください。',
  'organizations.ward-twice': '行政区「{names}」が2回入力されています。どちらかを消してください。',

  'organizations.bylaws-missing': '規約のファイルを選んでください。',

  'organizations.role-missing': '役職を入力してください。',
  'organizations.role-too-long': '役職は{max}文字以内で入力してください。',
  'organizations.officer-name-missing': '役員の氏名を入力してください。',
  'organizations.officer-name-too-long': '役員の氏名は{max}文字以内で入力してください。',
  'organizations.term-from-missing': '任期の開始日を入力してください。',
  'organizations.term-until-missing': '任期の終了日を入力してください。',
  'organizations.term-from-unreadable':
    '任期の開始日は「令和8年4月1日」または「2026/4/1」のように、実際にある日を入力してください。',
  'organizations.term-until-unreadable':
    '任期の終了日は「令和8年4月1日」または「2026/4/1」のように、実際にある日を入力してください。',
  'organizations.term-ends-before-it-starts': '任期の終了日は、開始日と同じ日か、それより後の日にしてください。',
  'organizations.representative-missing': '代表者を1人決めてください。役員の画面で「代表者にする」を選びます。',
  'organizations.representative-out-of-office':
    '代表者「{name}」の任期が今日を含んでいません。任期を直すか、代表者を替えてください。',
  'organizations.representative-phone-missing': '代表者の電話番号を入力してください。',
  'organizations.representative-needs-successor': '先に、ほかの役員を代表者にしてください。代表者はいつも1人必要です。',
  'organizations.representative-told':
    '{name}さんは、届け出た新しい代表者です。名簿から外すときは、先に代表者変更届を取り下げてください。',
  'organizations.representative-in-draft':
    '前に出した代表者変更届が決裁中です。通知書が届いてから、もう一度変えてください。',
  'organizations.representative-moved-on': 'この代表者変更届は、もう次の段階に進んでいます。画面を開き直してください。',
  'organizations.officer-gone': '新しい代表者（{name}）が役員の名簿にいません。届を差し戻してください。',
  'organizations.return-note-missing': '直してほしい点を入力してください。団体の画面とメールに表示されます。',
  'organizations.correct-by-past': '直す期限は、今日からあとの日を入力してください。',
  'organizations.cannot-remove-yourself': '自分を名簿から外すことはできません。ほかの役員に操作してもらってください。',

  'organizations.account-missing': '振込先の口座を入力してください。',
  'organizations.bank-missing': '銀行を選んでください。「銀行を探す」で名前から選べます。',
  'organizations.branch-missing': '支店を選んでください。「銀行を探す」で名前から選べます。',
  'organizations.account-kind-missing': '預金の種目（普通・当座・貯蓄）を選んでください。',
  'organizations.account-number-missing': '口座番号を入力してください。',
  'organizations.account-number-not-seven-digits':
    '口座番号は7桁の数字で入力してください。6桁以下のときは、先頭に0を付けて7桁にしてください。',
  'organizations.holder-kana-missing': '口座名義（カナ）を、通帳に印字されているとおりに入力してください。',
  'organizations.holder-kana-too-long': '口座名義（カナ）は{max}文字以内で入力してください。',
  'organizations.holder-kana-not-kana':
    '口座名義（カナ）に使えない文字「{characters}」があります。通帳の表紙の裏に印字されたカナで入力してください。',
  'organizations.passbook-missing': '通帳の写し（表紙の裏の、口座名義カナがある面）の写真かPDFを選んでください。',
  'organizations.yucho-symbol-missing': 'ゆうちょの記号（5桁）を入力してください。',
  'organizations.yucho-symbol-shape':
    'ゆうちょの記号は、1か0で始まり0で終わる5桁の数字です。通帳の表紙で確かめてください。',
  'organizations.yucho-number-missing': 'ゆうちょの番号を入力してください。',
  'organizations.yucho-number-too-long': 'ゆうちょの番号は8桁以内の数字で入力してください。',
  'organizations.yucho-giro-number-too-long': '記号が0で始まる振替口座の番号は、6桁以内の数字で入力してください。',
  'organizations.yucho-number-must-end-in-one':
    'ゆうちょの番号は、記号が1で始まるとき、最後が必ず1です。通帳の表紙で確かめてください。',
  'organizations.yucho-branch-unknown':
    '記号「{symbol}」に当たるゆうちょ銀行の店が見つかりません。通帳の表紙の記号を確かめてください。',

  'organizations.unfinished': 'まだ提出できません。足りないところを入力してください。',
  'organizations.submitted-already': 'この登録はすでに提出されています。',
  'organizations.under-examination':
    '職員が確認しているため、いまは直せません。直したいときは担当課へ連絡してください。',
  'organizations.fixed-by-registration': '登録が済んだ項目です。変わったときは、担当課へ連絡してください。',
  'organizations.account-needs-change': '登録が済んだ口座は、口座の変更届で変えてください。',
  'organizations.not-returned': '差し戻された登録ではないため、回答を保存しませんでした。画面を開き直してください。',
  'organizations.remark-unanswered': '「{field}」への指摘に回答してください。',
  'organizations.answer-too-long': '回答は{max}文字以内で入力してください。',

  'organizations.not-under-examination': '提出された登録ではないため、この操作はできません。画面を開き直してください。',
  'organizations.remarks-missing': '差し戻すときは、直してほしい項目に1つ以上、内容を書いてください。',
  'organizations.remark-too-long': '指摘は{max}文字以内で入力してください。',
  'organizations.checklist-open': '確認項目「{item}」を確かめて、印を付けてください。',
  'organizations.transfer-kana-unconfirmed': '先に、通帳の写しを見て振込用カナを確認してください。',
  'organizations.transfer-kana-missing': '振込用カナを入力してください。',
  'organizations.transfer-kana-forbidden':
    '振込用カナに、銀行が受け付けない文字「{characters}」があります。カナ、英大文字、数字、かっこ、ハイフン、空白に直してください。',
  'organizations.transfer-kana-too-long':
    '振込用カナが{bytes}バイトあります。濁点も1と数え、{max}バイト以内にしてください。',
  'organizations.transfer-kana-splits-sound':
    '振込用カナが濁点・半濁点の途中で切れています。その文字ごと消してください。',
  'organizations.transfer-kana-unlike':
    '振込用カナ「{kana}」は、通帳の名義の先頭と違います。直すか、通帳と見比べたことに印を付けて、違う理由を書いてください。',
  'organizations.unlike-reason-missing': '通帳の名義と違う理由を入力してください（例：通帳が旧名のまま）。',
  'organizations.unlike-reason-too-long': '通帳の名義と違う理由は{max}文字以内で入力してください。',
  'organizations.not-registered': '「{name}」はまだ登録が済んでいません。登録の後に行ってください。',
  'organizations.no-account-in-use': '「{name}」には使える口座がありません。団体の登録を確かめてください。',

  'organizations.change-open-already': '口座の変更がすでに届けられています。その結果が出てから届けてください。',
  'organizations.correction-reason-missing':
    '登録した内容を直す理由を入力してください（例：総会の議決による規約の改正）。',
  'organizations.correction-reason-too-long': '登録した内容を直す理由は{max}文字以内で入力してください。',
  'organizations.change-reason-missing': '理由を入力してください。',
  'organizations.change-reason-too-long': '理由は{max}文字以内で入力してください。',
  'organizations.change-own-request': '自分で届けた変更は確認できません。ほかの職員2人が確認してください。',
  'organizations.change-confirmed-already': '1人目としてすでに確認しています。2人目は別の職員が確認してください。',
  'organizations.change-confirmed-twice':
    '2人の確認はそろっています。担当課が起案し、決裁を受けると新しい口座に変わります。',
  'organizations.change-unconfirmed': '職員2人の確認がそろってから起案してください。',
  'organizations.registration-by-draft': '団体の登録は決裁を受けて行います。「登録を起案する」から起案してください。',
  'organizations.in-draft': '起案（{number}）の決裁が続いています。先に起案を差し戻して取り下げてください。',
  'organizations.change-kana-differs':
    '1人目が確認した振込用カナ「{first}」と違います。同じにするか、変更を差し戻してください。',
  'organizations.change-closed-already': 'この口座の変更は、すでに終わっています。画面を開き直してください。',

  'organizations.workbook-missing': '記入したExcelファイルを選んでください。',
  'organizations.import-choice': '{choices}を入力するか、空欄にしてください。',
  'organizations.import-sheet-missing': 'この名前のシートがありません。ひな形のシート名に戻してください。',
  'organizations.import-heading-moved':
    '1行目の見出しが「{heading}」ではありません。ひな形の列の並びに戻してください。',
  'organizations.import-nothing': '取り込む団体がありません。「見本」の行の下に記入してください。',
  'organizations.import-name-twice': '団体名「{name}」が2行にあります。どちらかを消してください。',
  'organizations.import-organization-unknown':
    '団体名「{name}」が「団体」シートにありません。同じ名前を入力してください。',
  'organizations.import-representative-twice': '代表者が2人います。○は1人だけに付けてください。',
  'organizations.import-account-twice': 'この団体の口座が2行にあります。1行にしてください。',

  'excel.unreadable': 'Excelファイルとして読み取れませんでした。Excelで開いて「.xlsx」で保存し直してください。',
  'excel.password-or-old-format':
    'パスワードがかかっているか、古い形式（.xls）です。パスワードを外し、「.xlsx」で保存し直してください。',
  'excel.too-many-rows':
    'Excelファイルの行が多すぎます（1枚のシートに5,000行まで）。要らない行を消して、保存し直してください。',
  'excel.too-large-unpacked':
    'Excelファイルの中身が大きすぎます。要らない行、シート、画像を消して、保存し直してください。',

  'organizations.figure-not-a-count': '{organization}の{label}は、0以上の整数で入力してください（例：1,250）。',
  'organizations.figure-not-an-option': '{organization}の{label}を、一覧から選んでください。',
  'organizations.figure-day-missing': '{label}の基準日を入力してください。',
  'organizations.figure-not-a-day': '{label}の基準日は「令和8年4月1日」または「2026/4/1」のように入力してください。',
  'organizations.figure-source-missing': '{label}の出典を入力してください（例：住民基本台帳）。',
  'organizations.figure-source-too-long': '{label}の出典は{max}文字以内で入力してください。',
  'organizations.figure-changed':
    '{organization}の{label}は、{by}さんが先に「{value}」と登録しました。登録する数を確かめて、もう一度保存してください。',
  'organizations.pasted-without-heading':
    '貼り付けた表の1行目に、「団体名」と数値の名前（{known}）を見出しとして入れてください。',
  'organizations.pasted-name-unknown':
    '貼り付けた表の{line}行目の「{name}」という団体はありません。団体の一覧にある名前と同じに直してください。',
} as const satisfies Record<string, string>;
