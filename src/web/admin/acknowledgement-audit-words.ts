/** The answers to what organisations told, as the trail says it. */
export const ACKNOWLEDGEMENT_ACTIONS: readonly (readonly [string, string])[] = [
  ['acknowledgement.decided', '届出・報告への回答を決定'],
  ['acknowledgement.letter-issued', '届出・報告への通知書を施行'],
  ['acknowledgement.letter-withdrawn', '届出・報告への通知書を取消し'],
  ['grant-report.returned', '状況報告・事故報告を差戻し'],
  ['grant-report.withdrawn', '状況報告・事故報告を取下げ'],
];

/** What was told, as the subject of the trail. */
export const TOLD_SUBJECTS: readonly (readonly [string, string])[] = [
  ['minor-change', '軽微な変更の届への回答'],
  ['progress-report', '状況報告への回答'],
  ['accident-report', '事故報告への回答'],
];
