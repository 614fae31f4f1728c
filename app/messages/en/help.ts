import type { Translated } from '../translated.ts'
import type { help as zh } from '../zh/help.ts'

export const help: Translated<typeof zh> = {
  pairing: {
    title: 'The Beijing–Chifeng pairing',
    description: 'How Beijing and Chifeng came to work together; figures from public reports of 2023.',
    blocks: [
      [
        'It began in 1996',
        'Beijing and Chifeng have worked together since 1996. A framework agreement of 2010 paired eight districts of Beijing (one of them the economic development zone) with eight banners and counties, one to one. Since 2011 Beijing has given ¥4.338 bn of assistance.',
      ],
      [
        'Who is paired with whom',
        'Changping with Ar Horqin, Shunyi with Bairin Left, the Beijing Economic-Technological Development Area with Bairin Right, Fengtai with Linxi, Tongzhou with Ongniud, Xicheng with Harqin, Shijingshan with Ningcheng, Haidian with Aohan. Hongshan, Yuanbaoshan, Songshan and Hexigten have no pair, which is quite normal.',
      ],
      [
        'How the goods reach Beijing',
        'Through wholesale markets, supermarkets and canteens: nearly ¥15.5 bn so far. There are a fast lane for produce and a platform for veterinary inspection, plans to double sales, and Chifeng stores in paired districts.',
      ],
      [
        'The fair of November 2023',
        'From 23 to 27 November 2023 the fair at the Beijing Exhibition Center brought together 183 enterprises and more than 1,040 products; more than 60 media reported. On-site sales, contracts, Douyin livestreams and the online platform came to more than ¥73 million. No split by channel was reported.',
      ],
      [
        'Where the figures come from',
        'All are given as reports of 2023 printed them, with their “more than” and “nearly”, and none is rounded up.',
      ],
    ],
  },
  delivery: {
    title: 'Delivery and shipping',
    description: 'How parcels are made up, what they cost and when they arrive.',
    blocks: [
      [
        'Why there are several parcels',
        'Each enterprise sends its own goods from where they are made, and ambient, chilled and frozen goods travel apart. The cart already shows the parcels.',
      ],
      [
        'Free shipping',
        'Counts by parcel: goods of one enterprise and one temperature that reach its threshold travel free. Shipping is shown before you pay.',
      ],
      ['Ambient', 'Usually leaves within 48 hours and reaches Beijing in 2–3 days.'],
      [
        'Chilled and frozen',
        'Chilled goods usually arrive the next day in Beijing. Frozen goods travel in foam boxes with ice, from Monday to Thursday, so that none is on the road over a weekend.',
      ],
      [
        'Remote regions',
        'Xinjiang, Tibet, Qinghai, Gansu, Ningxia and Hainan pay a surcharge for ambient parcels and cannot be served cold; Hong Kong, Macao and Taiwan are not served yet. The address form tells.',
      ],
      [
        'On arrival',
        'Please look at cold goods at once. If something is damaged or thawed, take photos within 48 hours and ask for after-sales on the order page.',
      ],
    ],
  },
  returns: {
    title: 'Returns and after-sales',
    description: 'What may be returned, how, and when the money comes back.',
    blocks: [
      [
        'Seven days without a reason',
        'Unopened packaged goods may be returned within seven days from the day after delivery; the buyer pays the way back.',
      ],
      [
        'What is excepted',
        'Fresh, chilled and frozen goods and goods made to order (such as engraved seals). The product page says so and the checkout asks you to confirm. Consumer Rights Law, article 25.',
      ],
      [
        'Faults',
        'Are not limited by this. Ask for after-sales on the order page with a few words and photos; the enterprise has a deadline to answer, after which the platform steps in.',
      ],
      [
        'Cancelling',
        'Until it is shipped, an order can be cancelled on its page; the money goes back the way it came. Of an order from several enterprises, the part of one that has not shipped can be cancelled by itself.',
      ],
      [
        'When refunds arrive',
        'Banks and wallets decide; the order page shows honestly whether a refund was submitted, is under way, has arrived or failed. Alipay payments older than 90 days and WeChat payments older than 180 days are refunded by transfer instead.',
      ],
      [
        'Invoices',
        'Are issued by the enterprise that sold the goods: three enterprises in one order make three invoices. If you did not ask at the checkout, you can on the page of the order, within 180 days of paying; until it is issued you can change what you asked for.',
      ],
    ],
  },
  privacy: {
    title: 'Privacy',
    description: 'What we process and why, who receives it, how long it is kept, and your rights.',
    blocks: [
      [
        'What we process',
        'Recipient, telephone and address that an order needs; the telephone number you sign in with; invoice title and tax number when you ask for an invoice. If you come from the page, QR code or livestream link of a fair, your browser remembers for a day which fair or livestream, for its figures. A browser in which you have signed in keeps a mark for a year, without your number in it: by it you can still sign in while others keep asking for codes with your number. It goes when you delete the account. Photos that you send with a review are shown on the product page, without the place where they were taken; those of an after-sales request are not public, are seen by the enterprise and the organizers who deal with it, and are deleted three years after it is closed. No identity card numbers, and we never see your card number.',
      ],
      [
        'Why',
        'To fulfil your order (Personal Information Protection Law, article 13). Marketing messages and photos of reviews need a consent of their own, and nothing is sent or shown without it.',
      ],
      [
        'Who receives it',
        'The enterprise that sells and the courier that carries need the delivery details. Stripe, which handles payments, is abroad: it gets the order number, amounts and product titles, and no name, telephone or address.',
      ],
      [
        'How long',
        'Records of sales for at least three years as the E-Commerce Law asks; sign-in codes end after five minutes.',
      ],
      [
        'Your rights',
        'Under Account – Privacy you see your consents, export your data, withdraw the marketing consent, have the photos of your reviews deleted and close the account. Closing anonymises it; orders are kept for the legal period.',
      ],
      ['Children', 'Under 14, please let a guardian order.'],
      ['Contact', 'The operator enters its contact here before going live. Version 2026-11.'],
    ],
  },
}
