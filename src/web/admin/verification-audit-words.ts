/** 検証 and the direction of a project as the trail says it. */
export const VERIFICATION_ACTIONS: readonly (readonly [string, string])[] = [
  ['proposal.carrier-chosen', '採択された企画提案を行う団体を決定'],
  ['verification.opened', '検証を開始'],
  ['verification.opinion-given', '検証の答えを提出'],
  ['verification.put-to-panel', '検証を審査会に依頼'],
  ['verification.taken-from-panel', '検証の審査会への依頼を取下げ'],
  ['verification.member-answered', '検証に審査会の委員が回答'],
  ['verification.member-recused', '検証の忌避の申出'],
  ['verification.proposed', '今後の方向性を起案'],
  ['verification.decided', '今後の方向性を決定'],
  ['verification.released', '今後の方向性の起案を取りやめ'],
  ['verification.letter-issued', '検証結果通知書を施行'],
  ['verification.letter-withdrawn', '検証結果通知書の欠番により施行待ちに戻す'],
  ['verification.published', '検証を公表'],
  ['verification.taken-down', '検証の公表を取りやめ'],
  ['verification.withdrawn', '検証を取りやめ'],
];
