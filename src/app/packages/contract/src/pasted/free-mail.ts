/**
 * Mail services that anyone may have an address at: such an address does not lead to a company. The best known ones by
 * continent; the public lists hold 4,000 and more domains, most of which nobody uses any more.
 */
const services = new Set(
  (
    'gmail.com googlemail.com aol.com aim.com icloud.com me.com mac.com mail.com email.com msn.com passport.com ' +
    'proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io tutamail.com zoho.com zohomail.com fastmail.com ' +
    'fastmail.fm hey.com duck.com hushmail.com inbox.com mailbox.org posteo.de posteo.net rocketmail.com ymail.com ' +
    'att.net bellsouth.net sbcglobal.net comcast.net verizon.net cox.net charter.net earthlink.net juno.com ' +
    'optonline.net frontier.com windstream.net roadrunner.com shaw.ca rogers.com sympatico.ca videotron.ca telus.net ' +
    'web.de t-online.de freenet.de arcor.de online.de mail.de email.de vodafone.de 1und1.de ' +
    'orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr club-internet.fr ' +
    'btinternet.com btopenworld.com virginmedia.com ntlworld.com blueyonder.co.uk sky.com talktalk.net tiscali.co.uk ' +
    'libero.it virgilio.it alice.it tin.it tiscali.it tim.it fastwebnet.it poste.it ' +
    'telefonica.net terra.es ono.com sapo.pt iol.pt clix.pt ' +
    'bluewin.ch hispeed.ch sunrise.ch aon.at chello.at a1.net skynet.be telenet.be proximus.be ' +
    'ziggo.nl kpnmail.nl planet.nl home.nl xs4all.nl upcmail.nl casema.nl ' +
    'telia.com bredband.net spray.se online.no mail.dk luukku.com suomi24.fi ' +
    'wp.pl o2.pl onet.pl op.pl interia.pl gazeta.pl vp.pl seznam.cz email.cz centrum.cz azet.sk freemail.hu citromail.hu ' +
    'abv.bg mail.bg mail.ru bk.ru list.ru inbox.ru rambler.ru ya.ru yandex.ru yandex.com ukr.net i.ua inbox.lv ' +
    'uol.com.br bol.com.br terra.com.br ig.com.br globo.com r7.com ' +
    'docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp ymobile.ne.jp nifty.com biglobe.ne.jp ocn.ne.jp ' +
    'so-net.ne.jp plala.or.jp excite.co.jp goo.jp ' +
    'qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com 189.cn ' +
    'naver.com hanmail.net daum.net nate.com kakao.com rediffmail.com sify.com hinet.net seed.net.tw ' +
    'bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz walla.co.il walla.com mynet.com ' +
    'mailinator.com yopmail.com guerrillamail.com 10minutemail.com temp-mail.org'
  ).split(' '),
);

/** Services with a domain for each country: `yahoo.co.jp`, `hotmail.fr`. */
const families = new Set(['yahoo', 'hotmail', 'outlook', 'live', 'windowslive', 'gmx', 'ymail', 'yandex']);

/** Whether anyone may have an email address at the domain. */
export function isFreeMail(domain: string): boolean {
  const [first = '', ...others] = domain.toLowerCase().split('.');
  if (services.has(domain.toLowerCase())) return true;
  return (
    families.has(first) && (others.length === 1 || (others.length === 2 && /^com?$/.test(others[0] ?? '')))
  );
}
