// Words that people do ask a help centre for, in three languages; made-up ones stand between and after them (words.mjs).
// Russian nouns show by their ending how they are declined, verbs are all regular.
const rows = (text) => text.trim().split("\n").map((line) => {
	const [kk, ru, en] = line.split("|").map((word) => word.trim());
	return { kk, ru, en };
});

export const nouns = rows(`
аккаунт | аккаунт | account
код | код | code
камера | камера | camera
құжат | документ | document
SMS | SMS | SMS
телефон | телефон | phone
өтініш | заявка | application
анықтама | справка | certificate
құпиясөз | пароль | password
нөмір | номер | number
қызмет | услуга | service
төлем | платёж | payment
мекенжай | адрес | address
паспорт | паспорт | passport
сурет | фотография | photo
қате | ошибка | error
портал | портал | portal
тіркеу | регистрация | registration
хабарлама | сообщение | message
қосымша | программа | app
браузер | браузер | browser
өңір | регион | region
азамат | гражданин | citizen
бала | школьник | child
мектеп | школа | school
дәрігер | врач | doctor
емхана | поликлиника | clinic
жәрдемақы | пособие | benefit
зейнетақы | пенсия | pension
салық | налог | tax
айыппұл | штраф | fine
көлік | машина | vehicle
куәлік | удостоверение | licence
келісімшарт | договор | contract
банк | банк | bank
карта | карта | card
шот | счёт | bill
кезек | очередь | queue
мерзім | срок | deadline
талап | требование | requirement
деректер | сведение | record
файл | файл | file
сілтеме | ссылка | link
бет | страница | page
батырма | кнопка | button
жарық | освещение | lighting
бейне | видеозапись | video
желі | сеть | network
құрылғы | устройство | device
баптау | настройка | setting
рұқсат | разрешение | permission
қолтаңба | подпись | signature
кілт | ключ | key
үй | квартира | home
жер | участок | land
тұрғын | житель | resident
жұмыс | работа | job
кәсіпкер | предприниматель | entrepreneur
компания | компания | company
сот | суд | court
шекара | граница | border
виза | виза | visa
отбасы | семья | family
неке | брак | marriage
туу | рождение | birth
жасы | возраст | age
мүгедектік | инвалидность | disability
дәрі | лекарство | medicine
студент | студент | student
грант | грант | grant
аударма | перевод | translation
түбіртек | квитанция | receipt
шағым | жалоба | complaint
жауап | ответ | answer
бас тарту | отказ | refusal
өзгеріс | изменение | change
орталық | центр | centre
маман | специалист | specialist
оператор | оператор | operator
`);

export const verbs = rows(`
тексер | проверять | check
аш | открывать | open
жібер | отправлять | submit
ал | получать | receive
сақта | сохранять | save
жүкте | загружать | upload
тіркел | регистрировать | register
раста | подтверждать | confirm
өзгерт | изменять | change
жаңарт | обновлять | update
толтыр | заполнять | fill
бас | нажимать | press
таңда | выбирать | select
енгіз | указывать | enter
қос | добавлять | add
орнат | устанавливать | install
бұғатта | блокировать | block
өшір | удалять | delete
төле | оплачивать | pay
жап | закрывать | close
басып шығар | печатать | print
қабылда | принимать | accept
қайтар | возвращать | return
күт | ожидать | await
тап | искать | find
`);

export const adjectives = rows(`
жаңа | новый | new
мобильді | мобильный | mobile
электрондық | электронный | electronic
дербес | персональный | personal
жарамды | действительный | valid
уақытша | временный | temporary
мемлекеттік | государственный | public
медициналық | медицинский | medical
отбасылық | семейный | shared
қате | неверный | wrong
толық | полный | full
ескі | старый | old
қауіпсіз | безопасный | safe
тегін | бесплатный | free
шетелдік | иностранный | foreign
негізгі | основной | main
`);

export const sections = rows(`
Құжаттар | Документы | Documents
Тіркелу және кіру | Регистрация и вход | Signing up and signing in
Төлемдер | Платежи | Payments
Отбасы | Семья | Family
Денсаулық | Здоровье | Health
Көлік | Транспорт | Transport
Тұрғын үй | Жильё | Housing
Жұмыс | Работа | Work
Білім | Образование | Education
Бизнес | Бизнес | Business
Салық | Налоги | Taxes
Сапар | Поездки | Travel
Жер | Земля | Land
Құқық | Право | Law
Қауіпсіздік | Безопасность | Safety
Мәдениет | Культура | Culture
Спорт | Спорт | Sport
Зейнет | Пенсии | Pensions
Жәрдемақы | Пособия | Benefits
Мүгедектік | Инвалидность | Disability
Ауыл шаруашылығы | Сельское хозяйство | Farming
Табиғат | Природа | Nature
Байланыс | Связь | Telephone and internet
Коммуналдық қызмет | Коммунальные услуги | Utilities
Әскер | Армия | Army
Сайлау | Выборы | Elections
Көші-қон | Миграция | Migration
Лицензиялар | Лицензии | Licences
Сот | Суды | Courts
Басқа сұрақтар | Другие вопросы | Other questions
`);
