/** 立石 → 立石校区; a name that says already what it is stays: 東野校区, 赤地地区. */
export const districtTitle = (name: string): string => (/(校区|学区|地区|地域|区)$/.test(name) ? name : `${name}校区`);
