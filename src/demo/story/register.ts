import { DEMO_PASSWORD } from '../towns/index.js';
import type { Page } from '../visitor/page.js';
import type { CastAccount, CastOrganization } from './cast.js';
import { approve, type Hall } from './decide.js';
import { bylawsOf, passbookImage } from './papers.js';
import { lastPart, went, type Troupe } from './troupe.js';

const ORGANIZATIONS = 'staff/organizations';
const OWN = 'committee/organization';

/** 職員 add the district, if the town has not listed it, and the organisation, and hand the first officer a printed code, who chooses name and password. */
export async function openOrganization(troupe: Troupe, clerk: string, cast: CastOrganization): Promise<void> {
  const desk = await troupe.as(clerk);
  const districts = troupe.path(`${ORGANIZATIONS}/districts`);
  const list = went(await desk.get(districts));
  if (!list.texts('main td, main th').includes(cast.district)) {
    went(await list.form(districts).fill({ name: cast.district }).submit());
  }
  const form = (await desk.get(troupe.path(`${ORGANIZATIONS}/new`))).form();
  const sheet = went(
    await form
      .fill({
        name: cast.name,
        districtId: form.offered('districtId', cast.district),
        officerRole: '会長',
        officerName: cast.chair.name,
      })
      .submit(),
  );
  await acceptInvitation(troupe, codeOn(sheet), cast.signInName);
}

/** The officer fills in every part of the registration and submits it. */
export async function submitRegistration(troupe: Troupe, cast: CastOrganization, seed: number): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const part = async (name: string): Promise<Page> => went(await officer.get(troupe.path(`${OWN}/${name}`)));
  const consents = cast.mail !== null;
  went(
    await (
      await part('details')
    )
      .form()
      .fill({
        kana: cast.kana,
        postalCode: cast.postalCode,
        address: cast.address,
        phone: cast.phone,
        mail: cast.mail ?? '',
        consent: consents ? 'yes' : 'no',
      })
      .submit(),
  );
  went(
    await (
      await part('wards')
    )
      .form()
      .fill({ wards: cast.wards.join('\n') })
      .submit(),
  );
  went(
    await (
      await part('bylaws')
    )
      .form()
      .fill({ bylaws: await bylawsOf(cast.name) })
      .submit(),
  );
  await enterOfficers(troupe, cast);
  await enterAccount(await part('account'), cast.account, seed);
  went(await (await part('check')).form().submit());
}

async function enterOfficers(troupe: Troupe, cast: CastOrganization): Promise<void> {
  const officer = await troupe.as(cast.signInName);
  const term = { termFrom: '令和8年4月1日', termUntil: '令和10年3月31日', phone: cast.phone };
  const list = went(await officer.get(troupe.path(`${OWN}/officers`)));
  const chair = went(await list.click(cast.chair.name));
  went(
    await chair
      .form(chair.url.pathname)
      .fill({ ...term, isRepresentative: 'yes' })
      .submit(),
  );
  const form = went(await officer.get(troupe.path(`${OWN}/officers/new`))).form();
  went(await form.fill({ ...term, role: '会計', name: cast.treasurer.name }).submit());
}

/** Bank → branch → number: three plain pages; `told` is what else the last of them asks. */
export async function enterAccount(
  page: Page,
  account: CastAccount,
  seed: number,
  told: Readonly<Record<string, string>> = {},
): Promise<void> {
  const passbook = passbookImage(seed);
  if (account.kind === 'yucho') {
    const { symbol, number, holderKana } = account;
    const banks = went(await page.form().fill({ q: 'ゆうちょ' }).submit());
    const form = went(await chooseOffice(banks, '9900')).form();
    went(await form.fill({ yuchoSymbol: symbol, yuchoNumber: number, holderKana, passbook, ...told }).submit());
    return;
  }
  const banks = went(await page.form().fill({ q: account.bank.search }).submit());
  const bank = went(await chooseOffice(banks, account.bank.code));
  const branches = went(await bank.form().fill({ q: account.branch.search }).submit());
  const branch = went(await chooseOffice(branches, account.branch.code));
  const { type, number, holderKana } = account;
  went(
    await branch
      .form()
      .fill({ accountKind: type, accountNumber: number, holderKana, passbook, ...told })
      .submit(),
  );
}

/** Follows the one link that carries the chosen code. */
const chooseOffice = (page: Page, code: string): Promise<Page> => page.clickTo((href) => href.endsWith(`=${code}`));

/** 職員 compare the passbook, confirm the 振込用カナ, tick the checklist and register, by a draft where the town says so. */
export async function register(troupe: Troupe, hall: Hall, cast: CastOrganization): Promise<void> {
  const desk = await troupe.as(hall.clerk);
  const organization = went(await (await desk.get(troupe.path(ORGANIZATIONS))).click(cast.name));
  const account = went(await desk.get(troupe.path(`${ORGANIZATIONS}/${lastPart(organization)}/account`)));
  went(await account.form(`${account.url.pathname}/transfer-kana`).submit());
  const examined = went(await desk.get(organization.path));
  const byDraft = examined.$(`form[action$="/registration-draft"]`).length > 0;
  const act = `${organization.url.pathname}/${byDraft ? 'registration-draft' : 'registration'}`;
  const done = went(await examined.form(act).tickAll('checklist[]').submit());
  if (byDraft) await approve(troupe, hall, done);
}

async function acceptInvitation(troupe: Troupe, code: string, signInName: string): Promise<void> {
  const newcomer = troupe.passerBy();
  const entry = went(await newcomer.get(troupe.path('invitation')));
  const welcome = went(await entry.form().fill({ code }).submit());
  const form = welcome.form();
  went(await form.fill({ signInName, password: DEMO_PASSWORD, passwordAgain: DEMO_PASSWORD }).submit());
}

/** The code stands alone on the printed sheet. */
function codeOn(sheet: Page): string {
  const code = sheet.texts('.figure__value, dd, .figure').find((text) => /[0-9A-Z]{4}(-[0-9A-Z]{4})+/.test(text));
  const match = /[0-9A-Z]{4}(-[0-9A-Z]{4})+/.exec(code ?? sheet.text);
  if (!match) throw new Error(`${sheet.path} shows no code`);
  return match[0];
}
