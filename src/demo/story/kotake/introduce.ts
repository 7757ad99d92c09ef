import type { CastOrganization } from '../cast.js';
import { went, type Troupe } from '../troupe.js';

/** What each organisation says of itself, by its district; all of it 見本. */
const WORDS: Readonly<Record<string, string>> = {
  勝野: '毎月第2土曜日に公民館に集まり、買い物や見守りなど、暮らしの困りごとを話し合っています。商店の人も加わっています。（見本）',
  御徳: '四つの区が一緒に、清掃や花壇づくりに取り組んでいます。子どもと高校生にも声をかけ、だれでも手伝える日をつくっています。（見本）',
};

/** An officer writes it, and agrees that everyone reads it. */
export async function introduce(troupe: Troupe, { district, signInName }: CastOrganization): Promise<void> {
  const words = WORDS[district];
  if (words === undefined) return;
  const officer = await troupe.as(signInName);
  const form = went(await officer.get(troupe.path('committee/organization/introduction'))).form('保存する');
  went(await form.fill({ text: words, public: 'yes' }).submit('保存する'));
}
