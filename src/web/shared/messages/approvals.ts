export const approvalMessages = {
  'approvals.title-missing': '件名を入力してください。',
  'approvals.title-too-long': '件名は120字以内で入力してください。',
  'approvals.reason-missing': '起案の理由を入力してください。',
  'approvals.reason-too-long': '起案の理由は4,000字以内で入力してください。',
  'approvals.no-cases': '起案する案件を1件以上選んでください。',
  'approvals.case-twice': '同じ案件が2回選ばれています。1回だけ選んでください。',
  'approvals.already-drafted':
    '「{case}」は、すでに起案 {number} に入っています。その起案の結果を待つか、取り下げてから起案してください。',
  'approvals.route-without-decider': '決裁経路の最後に決裁する職がありません。専決規程の表を管理者に確認してください。',
  'approvals.post-of-wrong-side':
    '決裁経路の「{post}」は、この決裁をする職ではありません（会計・監査の職は決裁者になれません）。専決規程の表を管理者に確認してください。',
  'approvals.no-eligible-holder':
    '決裁経路の「{post}」に、起案者や団体の関係者のほかに在職者がいません。職の発令を確認するか、別の職員が起案してください。',
  'approvals.own-draft': '自分で起案したものは決裁できません。同じ職のほかの職員、または次の職に任せてください。',
  'approvals.posts-of-both-sides':
    '命令機関の職と会計の職を同時に持っているため、決裁できません。職の発令を管理者に確認してください。',
  'approvals.tied':
    '「{organization}」の関係者として届け出ているため、承認できません。差し戻して案件を分けるか、ほかの職員に任せてください。',
  'approvals.not-your-turn': 'いまは「{post}」の番です。順番が来るまでお待ちください。',
  'approvals.already-acted': '「{post}」は{name}さんが{at}に承認済みです。重ねて承認する必要はありません。',
  'approvals.is-returned': 'この起案は起案者に差し戻されています。再提出を待ってください。',
  'approvals.is-approved': 'この起案は決裁済みです。内容は起案簿で確認できます。',
  'approvals.is-withdrawn': 'この起案は取り下げられています。内容は起案簿で確認できます。',
  'approvals.not-possible': 'この起案は状態が変わったため、この操作ができません。画面を開き直して確認してください。',
  'approvals.changed-since-shown':
    '画面を開いた後に{cases}の内容が変わったため、承認しませんでした。下に最新の内容を表示しています。確かめてから、もう一度承認してください。',
  'approvals.changed-since-drafted':
    '起案の後に{cases}の内容が変わったため、承認できません。起案者に差し戻して、再提出を受けてください。',
  'approvals.send-back-reason-missing': '差し戻す理由を入力してください。',
  'approvals.send-back-target-missing': '差戻し先を選んでください。',
  'approvals.withdrawal-reason-missing': '取り下げる理由を入力してください。',
  'approvals.not-the-drafter': 'この操作ができるのは、起案した{name}さんだけです。',
  'approvals.not-returned':
    'この起案は差し戻されていないため、再提出も取下げもできません。差戻しを受けてから操作してください。',
  'approvals.is-rejected': 'この起案は却下されています。あらためて起案するときは、この起案番号を引用できます。',
  'approvals.not-the-deputy': '「{post}」を代決する職ではありません。専決規程で定めた職の人に任せてください。',
  'approvals.superior-present':
    '「{post}」に在職者がいて不在の記録がないため、代決できません。不在のときは、先に不在を記録してください。',
  'approvals.deputy-barred':
    '重要・異例・新規の起案は代決できません。「{post}」の人が戻るのを待つか、起案者に差し戻してください。',
  'approvals.only-consulted': '意見を付けて回せるのは合議の職だけです。承認するか、差し戻してください。',
  'approvals.remark-missing': '意見を入力してください。',
  'approvals.acknowledgement-missing':
    '追加された書類を「{posts}」がまだ確認していないため、決裁できません。確認が済むまでお待ちください。',
  'approvals.consulted-cannot-reject': '合議の職は却下できません。意見を付けて回すか、差し戻してください。',
  'approvals.rejection-reason-missing': '却下する理由を入力してください。',
  'approvals.next-has-acted': '「{post}」がもう扱ったため、引き戻せません。差戻しを依頼してください。',
  'approvals.nothing-to-read': 'この起案は、あなたに供覧されていません。決裁の後に開いてください。',
  'approvals.sealed-day-out-of-range': '決裁日は、起案日から今日までの日を入力してください。',
  'approvals.seal-missing': '「{post}」の欄に押印した人を選んでください。',
  'approvals.sealed-by-excluded':
    '{name}さんは起案者か団体の関係者のため、「{post}」の決裁者になれません。押印した人を確かめてください。',
  'approvals.nothing-changed': '起案の後に変わった案件はありません。そのまま回り続けます。',
  'approvals.route-would-change':
    '変わった金額では決裁経路が変わるため、出し直せません。差戻しを受けてから再提出してください。',
  'approvals.no-case-to-hold': '起案から外す案件を選んでください。',
  'approvals.last-case': 'すべての案件は外せません。起案を差し戻すか、却下してください。',
  'approvals.hold-reason-missing': '案件を外す理由を入力してください。',
  'approvals.nothing-held': '保留している案件はありません。もう起案されていないか、起案簿を確認してください。',
  'approvals.no-step-to-map': 'この起案には、その職の番がもう残っていません。',
  'approvals.post-still-held': '「{post}」に決裁できる人がいるため、振り替えできません。',
  'approvals.successor-unfit':
    '「{post}」は、この決裁を引き継げません（区分か決裁の仕事が違う、または在職者がいない）。別の職を選んでください。',
  'approvals.mapping-reason-missing': '振り替える理由を入力してください。',
  'approvals.ask-target-missing': '質問する相手を選んでください。',
  'approvals.question-missing': '質問を入力してください。',
  'approvals.question-answered': 'この質問には、もう回答があります。',
  'approvals.not-asked': 'この質問は、あなたあてではありません。',
  'approvals.answer-missing': '回答を入力してください。',
  'approvals.attachment-missing': '追加する書類を選んでください。',
  'approvals.attachment-note-missing': '書類の説明を入力してください。',
  'approvals.nothing-to-acknowledge': '確認を待っている書類はありません。もう確認済みです。',
  'approvals.nothing-to-review': '後閲を待っている代決はありません。もう後閲済みか、ほかの職の代決です。',
  'approvals.not-on-route': '決裁経路にいないため、意見を記録できません。決裁経路の職の人に伝えてください。',
  'approvals.nothing-chosen': '承認する起案を1件以上選んでください。',
  'approvals.changed-since-listed': '一覧を開いた後に内容が変わりました。起案を開いて確かめてから承認してください。',
  'approvals.successor-missing': 'この職を待っている起案が{drafts}件あります。引き継ぐ職を選んでください。',
  'approvals.scan-missing': '押印した起案用紙の写しを選んでください。',
  'approvals.not-on-paper': '紙の決裁は使わない設定です。画面で決裁するか、管理者に設定を依頼してください。',
  'approvals.cites-itself': 'この起案自身は引用できません。引用する前の起案の番号を入力してください。',
  'approvals.cited-draft-unknown': '引用する起案が見つかりません。「R8-起案-0012」の形の起案番号を確かめてください。',
} as const;
