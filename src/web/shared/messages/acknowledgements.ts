/** 届出・報告への回答 */
export const acknowledgementMessages = {
  'acknowledgements.instruction-missing': '団体への指示を入力してください。通知書に書かれます。',
  'acknowledgements.reply-too-long': '{most}文字までにしてください。',
  'acknowledgements.moved-on': 'この届出・報告は、もう次の段階に進んでいます。画面を開き直してください。',
  'acknowledgements.changed-by-another':
    '開いたあとに、団体かほかの職員がこの届出・報告を変えました。いまの内容を確かめて、もう一度行ってください。',
  'acknowledgements.not-to-be-issued':
    '施行できる通知書ではありません（決裁前か、施行済みです）。画面を開き直してください。',
  'acknowledgements.issued-on-other-day': '施行日は、{from}から{until}までの日を入力してください。',
};
