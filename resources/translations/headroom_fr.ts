<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_US">
<context>
    <name>Action</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation>Histori&amp;que…</translation>
    </message>
    <message>
        <source>Re&amp;name the scenario…</source>
        <translation>Re&amp;nommer le scénario…</translation>
    </message>
    <message>
        <source>&amp;Find a lever</source>
        <translation>&amp;Trouver un levier</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;Pin as baseline</source>
        <translation>&amp;Prendre comme référence</translation>
    </message>
    <message>
        <source>&amp;Swap with the baseline</source>
        <translation>É&amp;changer avec la référence</translation>
    </message>
    <message>
        <source>&amp;Back to the baseline</source>
        <translation>&amp;Revenir à la référence</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Couleurs du &amp;système</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Contraste éle&amp;vé</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>Réduire les &amp;animations</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Rapport…</translation>
    </message>
    <message>
        <source>&amp;Overview as a picture…</source>
        <translation>&amp;Vue d’ensemble en image…</translation>
    </message>
    <message>
        <source>&amp;Monthly series as a table…</source>
        <translation>&amp;Séries mensuelles en tableau…</translation>
    </message>
    <message>
        <source>Each &amp;chart as PNG…</source>
        <translation>Chaque &amp;graphique en PNG…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>Re&amp;vert to the file</source>
        <translation>Re&amp;venir au fichier</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>Page d’&amp;accueil</translation>
    </message>
    <message>
        <source>&amp;Keep a version…</source>
        <translation>&amp;Garder une version…</translation>
    </message>
    <message>
        <source>&amp;Copy the scenario as text</source>
        <translation>&amp;Copier le scénario en texte</translation>
    </message>
    <message>
        <source>&amp;Paste a scenario</source>
        <translation>C&amp;oller un scénario</translation>
    </message>
    <message>
        <source>Add a s&amp;hock…</source>
        <translation>Ajouter un c&amp;hoc…</translation>
    </message>
    <message>
        <source>Add a c&amp;ontract…</source>
        <translation>A&amp;jouter un contrat…</translation>
    </message>
    <message>
        <source>Add a s&amp;ite…</source>
        <translation>Ajouter un s&amp;ite…</translation>
    </message>
    <message>
        <source>Co&amp;mmand palette…</source>
        <translation>Palette de co&amp;mmandes…</translation>
    </message>
    <message>
        <source>&amp;Levers</source>
        <translation>&amp;Leviers</translation>
    </message>
    <message>
        <source>&amp;Timeline, fold or unfold</source>
        <translation>Fris&amp;e, replier ou déplier</translation>
    </message>
    <message>
        <source>Ta&amp;bles of the timeline</source>
        <translation>Ta&amp;bleaux de la frise</translation>
    </message>
    <message>
        <source>What the pict&amp;ure rests on…</source>
        <translation>Sur q&amp;uoi l’image repose…</translation>
    </message>
    <message>
        <source>&amp;Presenter mode</source>
        <translation>&amp;Mode présentation</translation>
    </message>
    <message>
        <source>Per&amp;formance</source>
        <translation>Per&amp;formances</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>&amp;Réinitialiser la disposition</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>Cla&amp;ir</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Qu’est-ce que c’est&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>Visite de la &amp;fenêtre</translation>
    </message>
    <message>
        <source>&amp;Using Headroom</source>
        <translation>&amp;Utiliser Headroom</translation>
    </message>
    <message>
        <source>The &amp;model</source>
        <translation>Le &amp;modèle</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Sources</translation>
    </message>
    <message>
        <source>What&apos;s &amp;new</source>
        <translation>&amp;Nouveautés</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Licences</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>Copier le &amp;diagnostic</translation>
    </message>
    <message>
        <source>&amp;About Headroom</source>
        <translation>À &amp;propos de Headroom</translation>
    </message>
    <message>
        <source>Add to co&amp;mparison…</source>
        <translation>Ajouter à la co&amp;mparaison…</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>Partie suiva&amp;nte de la fenêtre</translation>
    </message>
    <message>
        <source>Part bef&amp;ore it</source>
        <translation>&amp;Partie d’avant</translation>
    </message>
    <message>
        <source>L&amp;arger letters</source>
        <translation>Lettres plus &amp;grandes</translation>
    </message>
    <message>
        <source>Smaller lett&amp;ers</source>
        <translation>Le&amp;ttres plus petites</translation>
    </message>
    <message>
        <source>Reach a tar&amp;get…</source>
        <translation>Atteindre &amp;une cible…</translation>
    </message>
    <message>
        <source>Open swee&amp;p…</source>
        <translation>Ouvrir un &amp;balayage…</translation>
    </message>
    <message>
        <source>&amp;Print the Overview…</source>
        <translation>Im&amp;primer la vue d’ensemble…</translation>
    </message>
</context>
<context>
    <name>Analysis</name>
    <message numerus="yes">
        <source>%n world(s), the same for all that is compared</source>
        <translation>
            <numerusform>%n monde, le même pour tout ce qui est comparé</numerusform>
            <numerusform>%n mondes, les mêmes pour tout ce qui est comparé</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan itself: no worlds were drawn</source>
        <translation>Le plan lui-même&#xa0;: aucun monde n’est tiré au sort</translation>
    </message>
    <message>
        <source>± {margin} at 95%</source>
        <translation>± {margin} à 95&#xa0;%</translation>
    </message>
    <message>
        <source>refining …</source>
        <translation>calcul plus fin …</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Headroom is open already; it has been told.</source>
        <translation>Headroom est déjà ouvert&#x202f;; il a été prévenu.</translation>
    </message>
</context>
<context>
    <name>AskingPage</name>
    <message>
        <source>Parts of the page</source>
        <translation>Parties de la page</translation>
    </message>
</context>
<context>
    <name>Backend</name>
    <message>
        <source>CuPy is not installed</source>
        <translation>CuPy n’est pas installé</translation>
    </message>
    <message>
        <source>CuPy finds no CUDA device</source>
        <translation>CuPy ne trouve aucun appareil CUDA</translation>
    </message>
    <message>
        <source>it miscounts</source>
        <translation>il compte mal</translation>
    </message>
    <message>
        <source>CuPy on {name}</source>
        <translation>CuPy sur {name}</translation>
    </message>
    <message>
        <source>no usable GPU: {reason}</source>
        <translation>pas de GPU utilisable&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>compiled</source>
        <translation>compilée</translation>
    </message>
    <message>
        <source>NumPy, as no compiled part was built</source>
        <translation>NumPy, faute de partie compilée</translation>
    </message>
</context>
<context>
    <name>Backtest</name>
    <message>
        <source>outside the scenario&apos;s months</source>
        <translation>hors des mois du scénario</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>the scenario has no family {family}</source>
        <translation>le scénario n’a pas de famille {family}</translation>
    </message>
    <message>
        <source>the model has no such series</source>
        <translation>le modèle n’a pas cette série</translation>
    </message>
</context>
<context>
    <name>Breakpoints</name>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{name}: between {low} and {high}</source>
        <translation>{name}&#xa0;: entre {low} et {high}</translation>
    </message>
    <message>
        <source>{name}: at least {low}</source>
        <translation>{name}&#xa0;: au moins {low}</translation>
    </message>
    <message>
        <source>{name}: at most {high}</source>
        <translation>{name}&#xa0;: au plus {high}</translation>
    </message>
    <message>
        <source>No world fails.</source>
        <translation>Aucun monde n’échoue.</translation>
    </message>
    <message>
        <source>Every world fails.</source>
        <translation>Tous les mondes échouent.</translation>
    </message>
    <message>
        <source>No condition tells the failing worlds apart.</source>
        <translation>Aucune condition ne distingue les mondes qui échouent.</translation>
    </message>
    <message>
        <source>It fails when all of this holds: {when}. {coverage} of the failing worlds are like that, and {density} of the worlds like that fail.</source>
        <translation>L’échec vient quand tout ceci est réuni&#xa0;: {when}. {coverage} des mondes qui échouent sont ainsi, et {density} des mondes de ce genre échouent.</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <source>months</source>
        <translation>mois</translation>
    </message>
</context>
<context>
    <name>ByWhen</name>
    <message>
        <source>Site {name}</source>
        <translation>Site {name}</translation>
    </message>
    <message>
        <source>Contract {name}</source>
        <translation>Contrat {name}</translation>
    </message>
    <message>
        <source>Switch to the target mix</source>
        <translation>Passage au mix visé</translation>
    </message>
    <message>
        <source>Power ramp of the levers</source>
        <translation>Montée en puissance des leviers</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Commence</translation>
    </message>
    <message>
        <source>Time to decide</source>
        <translation>Délai pour décider</translation>
    </message>
    <message>
        <source>At the latest</source>
        <translation>Au plus tard</translation>
    </message>
    <message>
        <source>Settle first</source>
        <translation>À trancher d’abord</translation>
    </message>
    <message>
        <source>A month&apos;s wait costs</source>
        <translation>Coût d’un mois d’attente</translation>
    </message>
    <message>
        <source>not before {month}</source>
        <translation>pas avant {month}</translation>
    </message>
    <message>
        <source>after {month}</source>
        <translation>après {month}</translation>
    </message>
    <message>
        <source>{what}: the target holds in {chance} of the worlds as planned</source>
        <translation>{what}&#xa0;: à la date prévue, la cible tient dans {chance} des mondes</translation>
    </message>
    <message numerus="yes">
        <source>in {chance} after %n month(s)</source>
        <translation>
            <numerusform>dans {chance} après&#xa0;%n mois</numerusform>
            <numerusform>dans {chance} après&#xa0;%n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no dated decision still to come.</source>
        <translation>Il n’y a plus de décision datée à venir.</translation>
    </message>
    <message>
        <source>just under {chance}</source>
        <translation>un peu moins de {chance}</translation>
    </message>
    <message>
        <source>As planned the target holds in {now} of the worlds, not in {wanted}; it does with “{what}” {wait} later.</source>
        <translation>À la date prévue, la cible tient dans {now} des mondes, et non dans {wanted}&#x202f;; elle y tient avec «&#xa0;{what}&#xa0;» {wait} plus tard.</translation>
    </message>
    <message>
        <source>No single decision is urgent: each alone may come {wait} later, and the target still holds in at least {wanted} of the worlds.</source>
        <translation>Aucune décision n’est urgente à elle seule&#xa0;: chacune peut venir {wait} plus tard, et la cible tient encore dans au moins {wanted} des mondes.</translation>
    </message>
    <message>
        <source>Settle first: {name}. If it is not, the target holds in {low} of the worlds; if it is, in {high}.</source>
        <translation>À trancher d’abord&#xa0;: {name}. Sinon, la cible tient dans {low} des mondes&#x202f;; si oui, dans {high}.</translation>
    </message>
    <message>
        <source>Settle first: {name}. With “{what}” {wait} later the target holds in {low} of the worlds where it is low, in {high} where it is high.</source>
        <translation>À trancher d’abord&#xa0;: {name}. Avec «&#xa0;{what}&#xa0;» {wait} plus tard, la cible tient dans {low} des mondes là où c’est bas, dans {high} là où c’est haut.</translation>
    </message>
    <message>
        <source>Settle first: {name}. With “{what}” {wait} later the target holds in {low} of the worlds if it is not, in {high} if it is.</source>
        <translation>À trancher d’abord&#xa0;: {name}. Avec «&#xa0;{what}&#xa0;» {wait} plus tard, la cible tient dans {low} des mondes si ce n’est pas le cas, dans {high} si c’est le cas.</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>not even without a wait</source>
        <translation>pas même sans attendre</translation>
    </message>
    <message>
        <source>Even with no wait at all the target holds in {now} of the worlds, not in {wanted}: no later date saves it.</source>
        <translation>Même sans aucune attente, la cible tient dans {now} des mondes, et non dans {wanted}&#xa0;: aucune date plus tardive ne la sauve.</translation>
    </message>
    <message>
        <source>No single decision is urgent: each alone may come {wait} later, and the target still holds in every world.</source>
        <translation>Aucune décision n’est urgente à elle seule&#xa0;: chacune peut venir {wait} plus tard, et la cible tient encore dans tous les mondes.</translation>
    </message>
    <message>
        <source>First to be late is “{what}”: it must begin by {month} for the target to hold in {wanted} of the worlds. As planned it holds in {now}.</source>
        <translation>La première décision en retard serait «&#xa0;{what}&#xa0;»&#xa0;: elle doit commencer au plus tard en {month} pour que la cible tienne dans {wanted} des mondes. Aux dates prévues, elle tient dans {now}.</translation>
    </message>
    <message>
        <source>No single uncertainty decides it clearly.</source>
        <translation>Aucune incertitude n’en décide nettement à elle seule.</translation>
    </message>
    <message>
        <source>Settle first: {name}. Where it is low the target holds in {low} of the worlds, where it is high in {high}.</source>
        <translation>À trancher d’abord&#xa0;: {name}. Là où c’est bas, la cible tient dans {low} des mondes&#x202f;; là où c’est haut, dans {high}.</translation>
    </message>
</context>
<context>
    <name>ByWhenPart</name>
    <message>
        <source>By when to decide</source>
        <translation>Pour quand décider</translation>
    </message>
    <message>
        <source>Chance that is wanted, in percent</source>
        <translation>Chance voulue, en pour cent</translation>
    </message>
    <message>
        <source>in this share of the worlds:</source>
        <translation>dans cette part des mondes&#xa0;:</translation>
    </message>
    <message>
        <source>Dated decisions</source>
        <translation>Décisions datées</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
</context>
<context>
    <name>Carried</name>
    <message>
        <source>carries no scenario to check it by</source>
        <translation>ne porte aucun scénario pour le vérifier</translation>
    </message>
    <message>
        <source>is too large to be of Headroom</source>
        <translation>est trop gros pour venir de Headroom</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>ne peut pas être lu&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>was written by a newer Headroom</source>
        <translation>a été écrit par un Headroom plus récent</translation>
    </message>
    <message>
        <source>what it carries is damaged</source>
        <translation>ce qu’il porte est endommagé</translation>
    </message>
    <message>
        <source>too much for a report&apos;s file to carry (notes are long, or scenarios are many); write it for outside readers, without the scenario inside</source>
        <translation>trop pour un fichier de rapport (notes longues ou scénarios nombreux)&#x202f;; écrivez-le pour des lecteurs externes, sans le scénario</translation>
    </message>
    <message>
        <source>{what}; a report&apos;s has its scenario beside it, in {file}</source>
        <translation>{what}&#x202f;; celui d’un rapport a son scénario à côté, dans {file}</translation>
    </message>
    <message>
        <source>is {kind} and carries no scenario</source>
        <translation>est {kind} et ne porte aucun scénario</translation>
    </message>
</context>
<context>
    <name>CausePart</name>
    <message>
        <source>What changed it</source>
        <translation>Ce qui l’a fait changer</translation>
    </message>
    <message>
        <source>Find a way back to what it was…</source>
        <translation>Chercher comment y revenir…</translation>
    </message>
    <message>
        <source>How often it is better than before</source>
        <translation>Combien de fois c’est mieux qu’avant</translation>
    </message>
    <message>
        <source>There is no change whose worlds could be counted.</source>
        <translation>Il n’y a pas de changement dont on puisse compter les mondes.</translation>
    </message>
    <message>
        <source>Put back {levers}</source>
        <translation>Remettre {levers}</translation>
    </message>
</context>
<context>
    <name>ChanceView</name>
    <message>
        <source>Chance of being better than before, by month</source>
        <translation>Chance d’être mieux qu’avant, par mois</translation>
    </message>
    <message>
        <source>{month}: better in {better} of worlds, worse in {worse}</source>
        <translation>{month}&#xa0;: mieux dans {better} des mondes, moins bien dans {worse}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mieux</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>moins bien</translation>
    </message>
</context>
<context>
    <name>ChangedDot</name>
    <message>
        <source>Changed from the default</source>
        <translation>Modifié par rapport à la valeur par défaut</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Lever</source>
        <translation>Levier</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Results in {month}</source>
        <translation>Résultats en {month}</translation>
    </message>
    <message>
        <source>Baseline: {name}</source>
        <translation>Référence&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Now: {name}</source>
        <translation>Actuel&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>ChangesTable</name>
    <message>
        <source>The plan that differences are taken from</source>
        <translation>Le plan dont les écarts sont mesurés</translation>
    </message>
    <message>
        <source>The plan that differs</source>
        <translation>Le plan qui diffère</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Dans l’autre sens</translation>
    </message>
    <message>
        <source>Levers that differ from the baseline</source>
        <translation>Leviers qui diffèrent de la référence</translation>
    </message>
    <message>
        <source>{count} values differ from “{name}”</source>
        <translation>{count} valeurs diffèrent de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Nothing differs from “{name}”</source>
        <translation>Rien ne diffère de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>One value differs from “{name}”</source>
        <translation>Une valeur diffère de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>{count} values differ from the baseline, “{name}”</source>
        <translation>{count} valeurs diffèrent de la référence, «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Nothing differs from the baseline, “{name}”</source>
        <translation>Rien ne diffère de la référence, «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>One value differs from the baseline, “{name}”</source>
        <translation>Une valeur diffère de la référence, «&#xa0;{name}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Capacity and demand</source>
        <translation>Capacité et demande</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Shortfall</source>
        <translation>Déficit</translation>
    </message>
    <message>
        <source>Facility power and its limit</source>
        <translation>Puissance des sites et sa limite</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Chips</source>
        <translation>Puces</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Fleet by family</source>
        <translation>Parc par famille</translation>
    </message>
    <message>
        <source>Economic</source>
        <translation>Économique</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Trésorerie</translation>
    </message>
    <message>
        <source>Economic, by family</source>
        <translation>Économique, par famille</translation>
    </message>
    <message>
        <source>Cash, by family</source>
        <translation>De trésorerie, par famille</translation>
    </message>
    <message>
        <source>Cost by kind</source>
        <translation>Coût par nature</translation>
    </message>
    <message>
        <source>Cost by family</source>
        <translation>Coût par famille</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>{family}, the rest</source>
        <translation>{family}, le reste</translation>
    </message>
    <message>
        <source>Per PFLOP-hour</source>
        <translation>Par pétaflop-heure</translation>
    </message>
    <message>
        <source>Per million tokens</source>
        <translation>Par million de jetons</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Coût unitaire</translation>
    </message>
    <message>
        <source>Chips delivered each month</source>
        <translation>Puces livrées chaque mois</translation>
    </message>
    <message>
        <source>Chips retired each month</source>
        <translation>Puces retirées chaque mois</translation>
    </message>
    <message>
        <source>Commitment signed each month</source>
        <translation>Engagements signés chaque mois</translation>
    </message>
    <message>
        <source>H100 equivalents</source>
        <translation>Équivalents H100</translation>
    </message>
    <message>
        <source>All that is promised</source>
        <translation>Tout ce qui est promis</translation>
    </message>
    <message>
        <source>What must be taken</source>
        <translation>Ce qui doit être pris</translation>
    </message>
    <message>
        <source>New IT power: wanted and delivered</source>
        <translation>Nouvelle puissance IT&#xa0;: voulue et livrée</translation>
    </message>
    <message>
        <source>Contracted, wanted, and powered</source>
        <translation>Sous contrat, voulue, alimentée</translation>
    </message>
    <message>
        <source>Has power</source>
        <translation>Alimentée</translation>
    </message>
    <message>
        <source>What is installed, family on family: chips, their IT power, or their compute. Whiskers on the power are what was observed from outside, from the 5th to the 95th percentile: hover for the source.</source>
        <translation>Ce qui est installé, famille sur famille&#xa0;: puces, leur puissance IT ou leur calcul. Les moustaches sur la puissance sont ce qui a été observé de l’extérieur, du 5e au 95e centile&#xa0;: survolez-les pour la source.</translation>
    </message>
    <message>
        <source>What a month costs. Economic: what is bought is charged over its life, with the cost of capital. Cash: what is paid in the month. Rent includes what is owed for chips that stand idle. Signed: what is committed to. By contract, a family&apos;s deliveries are told apart by what they were signed for: energy and facilities by power, the rest by price. Solid over it is the plan&apos;s total; with dots the median and the 5% and 95% of the drawn worlds.</source>
        <translation>Ce que coûte un mois. Économique&#xa0;: ce qui est acheté est réparti sur sa durée de vie, coût du capital compris. Trésorerie&#xa0;: ce qui est payé dans le mois. La location comprend ce qui est dû pour des puces à l’arrêt. Engagé&#xa0;: ce qui est signé. Par contrat, les livraisons d’une famille sont réparties selon ce qui les a signées&#xa0;: l’énergie et les installations selon la puissance, le reste selon le prix. La ligne pleine par-dessus est le total du plan&#x202f;; pointillées, la médiane et les 5&#xa0;% et 95&#xa0;% des mondes tirés au sort.</translation>
    </message>
    <message>
        <source>The fleet as so many H100: peak 8-bit compute, whatever the use made of it. Whiskers are what was observed from outside, from the 5th to the 95th percentile: hover for the source.</source>
        <translation>Le parc compté en H100&#xa0;: calcul de pointe en 8 bits, quel que soit son emploi. Les moustaches sont ce qui a été observé de l’extérieur, du 5e au 95e centile&#xa0;: survolez-les pour la source.</translation>
    </message>
    <message>
        <source>IT power of the chips that contracts have promised by then, family on family, less what is past its life; or only what must be taken. Dashed is what the plan would have in service, had each month brought what was asked for; the line is what the facilities can carry. Promised above the line waits for power.</source>
        <translation>Puissance IT des puces promises par contrat à cette date, famille sur famille, moins celles en fin de vie&#x202f;; ou seulement ce qui doit être pris. En tirets, ce que le plan aurait en service si chaque mois avait apporté ce qui était demandé&#x202f;; le trait plein est ce que les sites peuvent alimenter. Ce qui est promis au-dessus du trait attend du courant.</translation>
    </message>
    <message>
        <source>The month&apos;s economic cost, divided by the effective compute that was there, or by the tokens it could serve.</source>
        <translation>Coût économique du mois, divisé par le calcul effectif disponible, ou par les jetons qu’il pouvait servir.</translation>
    </message>
    <message>
        <source>Chips that arrive in the month, family on family; or those that are switched off.</source>
        <translation>Puces qui arrivent dans le mois, famille sur famille&#x202f;; ou celles qui sont éteintes.</translation>
    </message>
    <message>
        <source>IT power of the chips that demand asks for in the month, beside that of those that came. Where they part, something binds: see the ribbon below.</source>
        <translation>Puissance IT des puces que la demande réclame dans le mois, à côté de celle des puces arrivées. Là où elles s’écartent, quelque chose limite&#xa0;: voyez le ruban en dessous.</translation>
    </message>
    <message>
        <source>What is signed in the month: chips and facilities bought, and rent over its whole term.</source>
        <translation>Ce qui est signé dans le mois&#xa0;: puces et sites achetés, et loyers sur toute leur durée.</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livrée</translation>
    </message>
    <message>
        <source>95%</source>
        <translation>95&#xa0;%</translation>
    </message>
    <message>
        <source>5%</source>
        <translation>5&#xa0;%</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Voulue</translation>
    </message>
    <message>
        <source>{label}, baseline</source>
        <translation>{label}, référence</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{label}, median</source>
        <translation>{label}, médiane</translation>
    </message>
    <message>
        <source>{label}, 5%</source>
        <translation>{label}, 5&#xa0;%</translation>
    </message>
    <message>
        <source>{label}, 95%</source>
        <translation>{label}, 95&#xa0;%</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Énergie</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Exploitation</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Engagé</translation>
    </message>
    <message>
        <source>Signed, by family</source>
        <translation>Engagé, par famille</translation>
    </message>
    <message>
        <source>Economic, by contract</source>
        <translation>Économique, par contrat</translation>
    </message>
    <message>
        <source>Cash, by contract</source>
        <translation>Trésorerie, par contrat</translation>
    </message>
    <message>
        <source>Signed, by contract</source>
        <translation>Engagé, par contrat</translation>
    </message>
    <message>
        <source>Economic, a year</source>
        <translation>Économique, par an</translation>
    </message>
    <message>
        <source>Cash, a year</source>
        <translation>Trésorerie, par an</translation>
    </message>
    <message>
        <source>Signed, a year</source>
        <translation>Engagé, par an</translation>
    </message>
    <message>
        <source>Economic, by family, a year</source>
        <translation>Économique, par famille et par an</translation>
    </message>
    <message>
        <source>Cash, by family, a year</source>
        <translation>Trésorerie, par famille et par an</translation>
    </message>
    <message>
        <source>Signed, by family, a year</source>
        <translation>Engagé, par famille et par an</translation>
    </message>
    <message>
        <source>Economic, by contract, a year</source>
        <translation>Économique, par contrat, par an</translation>
    </message>
    <message>
        <source>Cash, by contract, a year</source>
        <translation>Trésorerie, par contrat, par an</translation>
    </message>
    <message>
        <source>Signed, by contract, a year</source>
        <translation>Engagé, par contrat, par an</translation>
    </message>
    <message>
        <source>Economic, to date</source>
        <translation>Économique, cumulé</translation>
    </message>
    <message>
        <source>Cash, to date</source>
        <translation>Trésorerie, cumulé</translation>
    </message>
    <message>
        <source>Signed, to date</source>
        <translation>Engagé, cumulé</translation>
    </message>
    <message>
        <source>Economic, by family, to date</source>
        <translation>Économique, par famille, cumulé</translation>
    </message>
    <message>
        <source>Cash, by family, to date</source>
        <translation>Trésorerie, par famille, cumulé</translation>
    </message>
    <message>
        <source>Signed, by family, to date</source>
        <translation>Engagé, par famille, cumulé</translation>
    </message>
    <message>
        <source>Economic, by contract, to date</source>
        <translation>Économique, par contrat, cumulé</translation>
    </message>
    <message>
        <source>Cash, by contract, to date</source>
        <translation>Trésorerie, par contrat, cumulé</translation>
    </message>
    <message>
        <source>Signed, by contract, to date</source>
        <translation>Engagé, par contrat, cumulé</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>an</translation>
    </message>
    <message>
        <source>to date</source>
        <translation>cumul</translation>
    </message>
    <message>
        <source>Cost by contract</source>
        <translation>Coût par contrat</translation>
    </message>
    <message>
        <source>median</source>
        <translation>médiane</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>{label}, plan</source>
        <translation>{label}, plan</translation>
    </message>
    <message>
        <source>median {median}, {low} to {high}</source>
        <translation>médiane {median}, {low} à {high}</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Livraisons</translation>
    </message>
    <message>
        <source>Retirements</source>
        <translation>Retraits</translation>
    </message>
    <message>
        <source>5% to 95% of worlds, and 25% to 75%</source>
        <translation>De 5&#xa0;% à 95&#xa0;% des mondes, et de 25&#xa0;% à 75&#xa0;%</translation>
    </message>
    <message>
        <source>Effective compute that is installed and in service, beside the compute that customers and training ask for. Hatched is what goes unserved. Solid is the plan, in which nothing goes wrong; bands are where 90% and 50% of the drawn worlds lie, with their median.</source>
        <translation>Le calcul effectif installé et en service, à côté de celui que demandent les clients et l’entraînement. Ce qui manque est hachuré. La ligne pleine est le plan, où rien ne tourne mal&#x202f;; les bandes montrent où se trouvent 90&#xa0;% et 50&#xa0;% des mondes tirés au sort, avec leur médiane.</translation>
    </message>
    <message>
        <source>Power that the facilities draw at their peak, cooling and losses included, family on family, under the dashed limit of what is built and connected. Lines over it are the total: solid the plan, with dots the median and the 5% and 95% of the drawn worlds. A diamond is what was claimed, full where the plan meets it. Whiskers are what was observed from outside, from the 5th to the 95th percentile: hover for the source.</source>
        <translation>La puissance que les sites tirent à leur pointe, refroidissement et pertes compris, famille sur famille, sous la limite en tirets de ce qui est construit et raccordé. Les lignes par-dessus sont le total&#xa0;: pleine, le plan&#x202f;; pointillées, la médiane et les 5&#xa0;% et 95&#xa0;% des mondes tirés au sort. Un losange est une annonce, plein quand le plan la tient. Les moustaches sont ce qui a été observé de l’extérieur, du 5e au 95e centile&#xa0;: survolez-les pour la source.</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>{label}, proposal</source>
        <translation>{label}, proposition</translation>
    </message>
</context>
<context>
    <name>ChartCommands</name>
    <message>
        <source>Copied the picture of “{title}”</source>
        <translation>Image de «&#xa0;{title}&#xa0;» copiée</translation>
    </message>
    <message>
        <source>Copied the data of “{title}”</source>
        <translation>Données de «&#xa0;{title}&#xa0;» copiées</translation>
    </message>
</context>
<context>
    <name>ChartPage</name>
    <message>
        <source>What binds</source>
        <translation>Ce qui limite</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>Jalons</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Copy &amp;picture</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <source>Copy &amp;data</source>
        <translation>Copier les &amp;données</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>&amp;Enregistrer l’image…</translation>
    </message>
    <message>
        <source>Save data as CS&amp;V…</source>
        <translation>Enregistrer les données en CS&amp;V…</translation>
    </message>
    <message>
        <source>Show chart</source>
        <translation>Afficher le graphique</translation>
    </message>
    <message>
        <source>Show &amp;table</source>
        <translation>Afficher le &amp;tableau</translation>
    </message>
    <message>
        <source>Pa&amp;rts</source>
        <translation>Élé&amp;ments</translation>
    </message>
    <message>
        <source>Show &amp;alone</source>
        <translation>Afficher &amp;seul</translation>
    </message>
    <message>
        <source>Show a&amp;ll parts</source>
        <translation>&amp;Tout afficher</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Qu’est-ce que c’est&#x202f;?</translation>
    </message>
    <message>
        <source>What it r&amp;ests on…</source>
        <translation>Sur quoi il r&amp;epose…</translation>
    </message>
    <message>
        <source>&amp;Help on this chart</source>
        <translation>&amp;Aide sur ce graphique</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Afficher en tableau</translation>
    </message>
    <message>
        <source>{title}, in {unit}</source>
        <translation>{title}, en {unit}</translation>
    </message>
    <message>
        <source>{title}: what is shown</source>
        <translation>{title}&#xa0;: ce qui est montré</translation>
    </message>
    <message>
        <source>{title}: its months</source>
        <translation>{title}&#xa0;: ses mois</translation>
    </message>
    <message>
        <source>{month}: {values} {unit}</source>
        <translation>{month}&#xa0;: {values} {unit}</translation>
    </message>
    <message>
        <source>{title}, in {unit}. {about}</source>
        <translation>{title}, en {unit}. {about}</translation>
    </message>
    <message>
        <source>{title}, table</source>
        <translation>{title}, tableau</translation>
    </message>
    <message>
        <source>&amp;Copy picture and data</source>
        <translation>&amp;Copier image et données</translation>
    </message>
    <message>
        <source>Copied the selected cells</source>
        <translation>Cellules choisies copiées</translation>
    </message>
    <message>
        <source>{title}: show as a table</source>
        <translation>{title}&#xa0;: montrer en tableau</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>A short name: small letters, digits, underscores.</source>
        <translation>Un nom court&#xa0;: minuscules, chiffres, tirets bas.</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Génération</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>First month of volume deliveries, YYYY-MM.</source>
        <translation>Premier mois de livraisons en volume, AAAA-MM.</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>TFLOP/s</source>
        <translation>TFLOP/s</translation>
    </message>
    <message>
        <source>Dense 8-bit peak of one chip.</source>
        <translation>Pointe dense en 8 bits d’une puce.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>W IT</source>
        <translation>W IT</translation>
    </message>
    <message>
        <source>IT power of one chip with its share of servers and network.</source>
        <translation>Puissance IT d’une puce avec sa part de serveurs et de réseau.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>$ of 2025</source>
        <translation>$ de 2025</translation>
    </message>
    <message>
        <source>Of one chip with its share of servers and network.</source>
        <translation>D’une puce avec sa part de serveurs et de réseau.</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>Loyer</translation>
    </message>
    <message>
        <source>$/h</source>
        <translation>$/h</translation>
    </message>
    <message>
        <source>Of one chip for an hour, on a long contract.</source>
        <translation>D’une puce pendant une heure, par contrat long.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bande passante</translation>
    </message>
    <message>
        <source>TB/s</source>
        <translation>To/s</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>A: vendor or filing; B: analyst; C: estimate.</source>
        <translation>A&#xa0;: fournisseur ou document officiel&#x202f;; B&#xa0;: analyste&#x202f;; C&#xa0;: estimation.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>“{family}” is new: no share of the mix and no fleet at the start; supply, use, ownership and risk as the mean of the other families. Set them in the levers.</source>
        <translation>«&#xa0;{family}&#xa0;» est nouvelle&#xa0;: aucune part du mix et aucun parc au départ&#x202f;; offre, utilisation, part achetée et risque comme la moyenne des autres familles. Réglez-les avec les leviers.</translation>
    </message>
    <message>
        <source>Without {families}: its share of the mix went to the others.</source>
        <translation>Sans {families}&#xa0;: sa part du mix est passée aux autres.</translation>
    </message>
    <message numerus="yes">
        <source>%n of its shocks went, too.</source>
        <translation>
            <numerusform>%n de ses chocs est parti aussi.</numerusform>
            <numerusform>%n de ses chocs sont partis aussi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its contracts went, too.</source>
        <translation>
            <numerusform>%n de ses contrats est parti aussi.</numerusform>
            <numerusform>%n de ses contrats sont partis aussi.</numerusform>
        </translation>
    </message>
    <message>
        <source>{catalogue}, edited</source>
        <translation>{catalogue}, modifié</translation>
    </message>
    <message>
        <source>Chips</source>
        <translation>Puces</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>As shipped: {value}</source>
        <translation>D’origine&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{column} of {chip}</source>
        <translation>{column}, {chip}</translation>
    </message>
    <message>
        <source>New generation</source>
        <translation>Nouvelle génération</translation>
    </message>
    <message>
        <source>Add a chip</source>
        <translation>Ajouter une puce</translation>
    </message>
    <message>
        <source>Remove {chip}</source>
        <translation>Supprimer {chip}</translation>
    </message>
    <message>
        <source>{chip} as shipped</source>
        <translation>{chip} d’origine</translation>
    </message>
    <message>
        <source>All chips as shipped</source>
        <translation>Toutes les puces d’origine</translation>
    </message>
    <message>
        <source>the clipboard holds too much</source>
        <translation>le presse-papiers contient trop de texte</translation>
    </message>
    <message>
        <source>{count} rows: there can be {most}</source>
        <translation>{count} lignes&#xa0;: il peut y en avoir {most}</translation>
    </message>
    <message>
        <source>The block has {count} columns; from here on there are {room}</source>
        <translation>Le bloc a {count} colonnes&#x202f;; à partir d’ici il y en a {room}</translation>
    </message>
    <message>
        <source>Row {row}, {column}</source>
        <translation>Ligne {row}, {column}</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s) of chips</source>
        <translation>
            <numerusform>Coller&#xa0;%n ligne de puces</numerusform>
            <numerusform>Coller&#xa0;%n lignes de puces</numerusform>
        </translation>
    </message>
    <message>
        <source>edited or added</source>
        <translation>modifié ou ajouté</translation>
    </message>
</context>
<context>
    <name>ChipsPage</name>
    <message>
        <source>The chips that can be bought</source>
        <translation>Les puces que l’on peut acheter</translation>
    </message>
    <message>
        <source>Chip catalogue</source>
        <translation>Catalogue des puces</translation>
    </message>
    <message>
        <source>Add a generation</source>
        <translation>Ajouter une génération</translation>
    </message>
    <message>
        <source>Add a family</source>
        <translation>Ajouter une famille</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Row back to shipped</source>
        <translation>Ligne d’origine</translation>
    </message>
    <message>
        <source>All back to shipped</source>
        <translation>Tout d’origine</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>Catalogue “{name}”, part of this scenario and saved with it.</source>
        <translation>Catalogue «&#xa0;{name}&#xa0;», partie de ce scénario et enregistré avec lui.</translation>
    </message>
    <message>
        <source>Shipped, but not here: {names}.</source>
        <translation>D’origine, mais absents ici&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>&amp;Paste cells</source>
        <translation>&amp;Coller les cellules</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>quoted</source>
        <translation>affichés</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>coût</translation>
    </message>
</context>
<context>
    <name>Claim</name>
    <message>
        <source>met</source>
        <translation>tenue</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>manquée</translation>
    </message>
    <message>
        <source>{claim}: {verdict}</source>
        <translation>{claim}&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>{who} claims for {month}: {detail} The plan: {verdict}. Source: {source}.</source>
        <translation>{who} affirme pour {month}&#xa0;: {detail} Le plan&#xa0;: {verdict}. Source&#xa0;: {source}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Claimed for {month}: {detail} The plan: {verdict}. Source: {source}.</source>
        <translation>Annoncé pour {month}&#xa0;: {detail} Par le plan&#xa0;: {verdict}. Source&#xa0;: {source}.</translation>
    </message>
    <message>
        <source>1 M</source>
        <translation>1 M</translation>
    </message>
    <message>
        <source>A million TPUs</source>
        <translation>Un million de TPU</translation>
    </message>
    <message>
        <source>Up to one million Google TPUs.</source>
        <translation>Jusqu’à un million de TPU de Google.</translation>
    </message>
    <message>
        <source>TPUs over 1 GW</source>
        <translation>TPU&#xa0;: plus de 1 GW</translation>
    </message>
    <message>
        <source>Over 1 GW of TPUs</source>
        <translation>Plus de 1 GW de TPU</translation>
    </message>
    <message>
        <source>Well over a gigawatt of TPUs online in 2026.</source>
        <translation>Bien plus d’un gigawatt de TPU en service en 2026.</translation>
    </message>
    <message>
        <source>TPUs tens of $bn</source>
        <translation>TPU&#xa0;: dizaines de Md$</translation>
    </message>
    <message>
        <source>Tens of $bn for TPUs</source>
        <translation>Des dizaines de Md$ de TPU</translation>
    </message>
    <message>
        <source>TPUs worth tens of billions of dollars.</source>
        <translation>Des TPU pour des dizaines de milliards de dollars.</translation>
    </message>
    <message>
        <source>Project Rainier</source>
        <translation>Projet Rainier</translation>
    </message>
    <message>
        <source>Project Rainier: hundreds of thousands of Trainium chips over several sites.</source>
        <translation>Projet Rainier&#xa0;: des centaines de milliers de puces Trainium sur plusieurs sites.</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>L’article</translation>
    </message>
    <message>
        <source>Compute alone no longer suffices: a diversified supply is the advantage.</source>
        <translation>Le calcul seul ne suffit plus&#xa0;: c’est la diversité des sources qui avantage.</translation>
    </message>
    <message>
        <source>The company</source>
        <translation>L’entreprise</translation>
    </message>
    <message>
        <source>The prospectus of 2026 leases far more: commitments with Google and Broadcom of $272 bn.</source>
        <translation>Le prospectus de 2026 en loue bien davantage&#xa0;: 272 Md$ d’engagements avec Google et Broadcom.</translation>
    </message>
    <message>
        <source>The TPUs are worth tens of billions of dollars.</source>
        <translation>Les TPU valent des dizaines de milliards de dollars.</translation>
    </message>
    <message>
        <source>Later counts are higher: 111.1 with Google and 161.2 with Broadcom in the prospectus.</source>
        <translation>Les comptes ultérieurs sont plus hauts&#xa0;: 111,1 avec Google et 161,2 avec Broadcom dans le prospectus.</translation>
    </message>
    <message>
        <source>Overtaken in April 2026: about 3.5 GW more from 2027.</source>
        <translation>Dépassé en avril 2026&#xa0;: environ 3,5 GW de plus à partir de 2027.</translation>
    </message>
    <message>
        <source>Chosen for years of price-performance and efficiency; Ironwood is the seventh TPU generation.</source>
        <translation>Choisis pour des années de rapport prix-performance et d’efficacité&#x202f;; Ironwood est la septième génération de TPU.</translation>
    </message>
    <message>
        <source>Confirmed: Ironwood is TPU v7; the announcement itself names no generation.</source>
        <translation>Confirmé&#xa0;: Ironwood est le TPU v7&#x202f;; l’annonce elle-même ne nomme aucune génération.</translation>
    </message>
    <message>
        <source>More than 300,000 business customers.</source>
        <translation>Plus de 300 000 entreprises clientes.</translation>
    </message>
    <message>
        <source>No newer total was found.</source>
        <translation>Aucun total plus récent n’a été trouvé.</translation>
    </message>
    <message>
        <source>Accounts above $100,000 a year grew nearly sevenfold in a year.</source>
        <translation>Les comptes de plus de 100 000 $ par an ont presque septuplé en un an.</translation>
    </message>
    <message>
        <source>Sevenfold again in February 2026, when revenue itself had grown fourteenfold.</source>
        <translation>De nouveau multipliés par sept en février 2026, quand le revenu lui-même l’était par quatorze.</translation>
    </message>
    <message>
        <source>Demand that no single supplier could meet.</source>
        <translation>Une demande qu’aucun fournisseur ne pourrait satisfaire seul.</translation>
    </message>
    <message>
        <source>TPUs join Trainium and NVIDIA GPUs: three architectures on several clouds.</source>
        <translation>Les TPU rejoignent Trainium et les GPU de NVIDIA&#xa0;: trois architectures sur plusieurs nuages.</translation>
    </message>
    <message>
        <source>AMD joins in the middle of 2026, and the company designs chips of its own.</source>
        <translation>AMD s’ajoute au milieu de 2026, et l’entreprise conçoit ses propres puces.</translation>
    </message>
    <message>
        <source>Revenue of $2.2 bn is expected for 2025.</source>
        <translation>Un revenu de 2,2 Md$ est attendu pour 2025.</translation>
    </message>
    <message>
        <source>Overtaken: $4.59 bn were recognised in 2025, and the run-rate was $9 bn at its end.</source>
        <translation>Dépassé&#xa0;: 4,59 Md$ ont été comptabilisés en 2025, et le rythme annuel était de 9 Md$ à la fin.</translation>
    </message>
    <message>
        <source>Amazon has invested $8 bn and stays the main cloud and training partner.</source>
        <translation>Amazon a investi 8 Md$ et reste le premier partenaire de nuage et d’entraînement.</translation>
    </message>
    <message>
        <source>The stake&apos;s fair value was $190.4 bn on 2026-06-30.</source>
        <translation>La juste valeur de la part était de 190,4 Md$ au 30 juin 2026.</translation>
    </message>
    <message>
        <source>AWS</source>
        <translation>AWS</translation>
    </message>
    <message>
        <source>1.4 million Trainium2 had landed by February 2026.</source>
        <translation>1,4 million de Trainium2 étaient arrivés en février 2026.</translation>
    </message>
    <message>
        <source>The hedge is against breaks of supply, obsolescence and dependence on one vendor.</source>
        <translation>La couverture vise les ruptures d’approvisionnement, l’obsolescence et la dépendance à un vendeur.</translation>
    </message>
    <message>
        <source>NVIDIA: unmatched maturity of software, and an ecosystem.</source>
        <translation>NVIDIA&#xa0;: une maturité logicielle sans égale, et un écosystème.</translation>
    </message>
    <message>
        <source>Trainium: deep technical integration with the lab&apos;s own teams.</source>
        <translation>Trainium&#xa0;: une intégration technique profonde avec les équipes du laboratoire.</translation>
    </message>
    <message>
        <source>TPU: custom silicon that excels at matrix products, at a convincing price against GPUs.</source>
        <translation>TPU&#xa0;: un silicium sur mesure qui excelle aux produits de matrices, à un prix convaincant face aux GPU.</translation>
    </message>
    <message>
        <source>Rents of $1.60 to $2.00 an hour in 2026, over an owner&apos;s cost of about $1.20.</source>
        <translation>Des loyers de 1,60 à 2,00 $ de l’heure en 2026, pour un coût de propriétaire d’environ 1,20 $.</translation>
    </message>
    <message>
        <source>For Google, a proof of its TPU strategy and a large customer.</source>
        <translation>Pour Google, une preuve de sa stratégie TPU et un grand client.</translation>
    </message>
    <message>
        <source>More investment in compute is to come.</source>
        <translation>D’autres investissements dans le calcul suivront.</translation>
    </message>
    <message>
        <source>Commitments of $518 bn by September 2026.</source>
        <translation>518 Md$ d’engagements en septembre 2026.</translation>
    </message>
    <message>
        <source>Epoch AI</source>
        <translation>Epoch AI</translation>
    </message>
    <message>
        <source>Installed compute of 209 thousand H100 at the end of 2024.</source>
        <translation>Un calcul installé de 209 milliers de H100 fin 2024.</translation>
    </message>
    <message>
        <source>Installed compute of 1.19 million H100 at the end of 2025.</source>
        <translation>Un calcul installé de 1,19 million de H100 fin 2025.</translation>
    </message>
    <message>
        <source>IT power of 1.38 GW at the end of 2025.</source>
        <translation>Une puissance IT de 1,38 GW fin 2025.</translation>
    </message>
    <message>
        <source>Trainium2 has 52% of that power.</source>
        <translation>Trainium2 a 52&#xa0;% de cette puissance.</translation>
    </message>
    <message>
        <source>865 H100 for each megawatt of the fleet.</source>
        <translation>865 H100 par mégawatt du parc.</translation>
    </message>
    <message>
        <source>The Information</source>
        <translation>The Information</translation>
    </message>
    <message>
        <source>Cloud spend of $6.78 bn in 2025.</source>
        <translation>6,78 Md$ de dépenses de nuage en 2025.</translation>
    </message>
    <message>
        <source>The prospectus says $7.33 bn for compute and infrastructure.</source>
        <translation>Le prospectus dit 7,33 Md$ pour le calcul et l’infrastructure.</translation>
    </message>
    <message>
        <source>New Carlisle alone has 398 MW of IT in June 2025.</source>
        <translation>New Carlisle seul a 398 MW IT en juin 2025.</translation>
    </message>
    <message>
        <source>New Carlisle reaches 910 MW of IT in March 2026.</source>
        <translation>New Carlisle atteint 910 MW IT en mars 2026.</translation>
    </message>
    <message>
        <source>New Carlisle has 1,037 MW in October 2026 and 1,925 MW in March 2028.</source>
        <translation>New Carlisle a 1 037 MW en octobre 2026 et 1 925 MW en mars 2028.</translation>
    </message>
    <message>
        <source>Lake Mariner: 125,598 TPUs in October 2026, 226,077 by March 2027.</source>
        <translation>Lake Mariner&#xa0;: 125 598 TPU en octobre 2026, 226 077 en mars 2027.</translation>
    </message>
    <message>
        <source>Barber Lake: 100,478 TPUs (168 MW) in December 2026.</source>
        <translation>Barber Lake&#xa0;: 100 478 TPU (168 MW) en décembre 2026.</translation>
    </message>
    <message>
        <source>Colossus 2: 946 MW of IT in June 2026, for several tenants.</source>
        <translation>Colossus 2&#xa0;: 946 MW IT en juin 2026, pour plusieurs locataires.</translation>
    </message>
    <message>
        <source>754 H100 for each megawatt of Trainium2, 977 of NVIDIA and TPU.</source>
        <translation>754 H100 par mégawatt de Trainium2, 977 pour NVIDIA et TPU.</translation>
    </message>
    <message>
        <source>Cloud spend of $2.5 bn in 2024.</source>
        <translation>2,5&#xa0;Md$ de dépenses de cloud en 2024.</translation>
    </message>
    <message>
        <source>An H100 hour cost $1.95 in 2024, from 1.51 to 2.52.</source>
        <translation>L’heure de H100 coûtait 1,95&#xa0;$ en 2024, entre 1,51 et 2,52.</translation>
    </message>
    <message>
        <source>Contracts for a year: 2.35 in March 2026, about 2.68 in August.</source>
        <translation>Contrats d’un an&#xa0;: 2,35 en mars 2026, environ 2,68 en août.</translation>
    </message>
    <message>
        <source>Others at the end of 2025, in million H100: OpenAI 1.74, Google DeepMind 1.58, Meta 1.00, SpaceXAI 0.63.</source>
        <translation>Les autres fin 2025, en millions de H100&#xa0;: OpenAI 1,74, Google DeepMind 1,58, Meta 1,00, SpaceXAI 0,63.</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>OpenAI&apos;s IT power: 200 MW at the end of 2023, 600 a year later, 1,900 at the end of 2025.</source>
        <translation>Puissance informatique d’OpenAI&#xa0;: 200&#xa0;MW fin 2023, 600 un an plus tard, 1&#xa0;900 fin 2025.</translation>
    </message>
    <message>
        <source>Colossus 1 and 2 have 1.39 million H100 in June 2026.</source>
        <translation>Colossus 1 et 2 comptent 1,39&#xa0;million de H100 en juin 2026.</translation>
    </message>
    <message>
        <source>IT watts of a chip: H100 1,453, GB200 2,090, GB300 2,217, Trainium2 871.</source>
        <translation>Watts informatiques par puce&#xa0;: H100 1&#xa0;453, GB200 2&#xa0;090, GB300 2&#xa0;217, Trainium2&#xa0;871.</translation>
    </message>
    <message>
        <source>Chips that are owned run half a quarter to two quarters later; 55 to 90% of them run.</source>
        <translation>Les puces possédées tournent un demi-trimestre à deux trimestres plus tard&#x202f;; 55 à 90&#xa0;% tournent.</translation>
    </message>
    <message>
        <source>New Carlisle has 626 MW of IT in December 2025.</source>
        <translation>New Carlisle a 626&#xa0;MW informatiques en décembre 2025.</translation>
    </message>
    <message>
        <source>Barber Lake reaches 123,804 TPUs (207 MW) in April 2027.</source>
        <translation>Barber Lake atteint 123&#xa0;804 TPU (207&#xa0;MW) en avril 2027.</translation>
    </message>
    <message>
        <source>Colossus 2 reaches 1,531 MW of IT in February 2027, for several tenants.</source>
        <translation>Colossus 2 atteint 1&#xa0;531&#xa0;MW informatiques en février 2027, pour plusieurs locataires.</translation>
    </message>
    <message>
        <source>Amazon</source>
        <translation>Amazon</translation>
    </message>
    <message>
        <source>$8.0 bn of notes in all from September 2023 to the end of 2025.</source>
        <translation>8,0 Md$ d’obligations en tout, de septembre 2023 à fin 2025.</translation>
    </message>
    <message>
        <source>Another $10 bn in the second quarter of 2026.</source>
        <translation>Encore 10 Md$ au deuxième trimestre 2026.</translation>
    </message>
    <message>
        <source>Project Rainier runs about 500,000 Trainium2 in Indiana.</source>
        <translation>Le projet Rainier fait tourner environ 500 000 Trainium2 en Indiana.</translation>
    </message>
    <message>
        <source>$50 bn of data centres in Texas and New York with Fluidstack.</source>
        <translation>50 Md$ de centres de données au Texas et à New York avec Fluidstack.</translation>
    </message>
    <message>
        <source>Microsoft</source>
        <translation>Microsoft</translation>
    </message>
    <message>
        <source>$30 bn of Azure, with an option of up to 1 GW of NVIDIA systems.</source>
        <translation>30 Md$ d’Azure, avec une option jusqu’à 1 GW de systèmes NVIDIA.</translation>
    </message>
    <message>
        <source>$31.4 bn in the prospectus.</source>
        <translation>31,4 Md$ dans le prospectus.</translation>
    </message>
    <message>
        <source>SemiAnalysis</source>
        <translation>SemiAnalysis</translation>
    </message>
    <message>
        <source>Of the million TPUs 400,000 are bought through Broadcom and 600,000 rented.</source>
        <translation>Du million de TPU, 400 000 sont achetés par Broadcom et 600 000 loués.</translation>
    </message>
    <message>
        <source>Broadcom</source>
        <translation>Broadcom</translation>
    </message>
    <message>
        <source>Orders of $21 bn for Ironwood racks, for delivery late in 2026.</source>
        <translation>21 Md$ de commandes de baies Ironwood, à livrer fin 2026.</translation>
    </message>
    <message>
        <source>1.4 million Trainium2 have landed, fully subscribed.</source>
        <translation>1,4 million de Trainium2 sont arrivés, tous réservés.</translation>
    </message>
    <message>
        <source>Multiple gigawatts of the next TPUs from 2027; Broadcom says about 3.5 GW.</source>
        <translation>Plusieurs gigawatts des prochains TPU dès 2027&#x202f;; Broadcom dit environ 3,5 GW.</translation>
    </message>
    <message>
        <source>Up to 5 GW and more than $100 bn over ten years; about 1 GW of Trainium by the end of 2026.</source>
        <translation>Jusqu’à 5 GW et plus de 100 Md$ sur dix ans&#x202f;; environ 1 GW de Trainium fin 2026.</translation>
    </message>
    <message>
        <source>$110 bn in the prospectus.</source>
        <translation>110 Md$ dans le prospectus.</translation>
    </message>
    <message>
        <source>The press</source>
        <translation>La presse</translation>
    </message>
    <message>
        <source>Google invests up to $40 bn; 5 GW of TPUs over five years.</source>
        <translation>Google investit jusqu’à 40 Md$&#x202f;; 5 GW de TPU sur cinq ans.</translation>
    </message>
    <message>
        <source>CoreWeave</source>
        <translation>CoreWeave</translation>
    </message>
    <message>
        <source>A multi-year agreement; neither amount nor power is disclosed.</source>
        <translation>Un accord de plusieurs années&#x202f;; ni montant ni puissance ne sont publiés.</translation>
    </message>
    <message>
        <source>$200 bn to Google Cloud over five years.</source>
        <translation>200 Md$ à Google Cloud sur cinq ans.</translation>
    </message>
    <message>
        <source>Contradicted by the prospectus: $111.1 bn with Google, unless Broadcom&apos;s leases count.</source>
        <translation>Contredit par le prospectus&#xa0;: 111,1 Md$ avec Google, sauf à compter les locations de Broadcom.</translation>
    </message>
    <message>
        <source>SpaceX</source>
        <translation>SpaceX</translation>
    </message>
    <message>
        <source>Colossus: more than 220,000 GPUs, then about 325,000 at $1.25 bn a month to May 2029.</source>
        <translation>Colossus&#xa0;: plus de 220 000 GPU, puis environ 325 000 à 1,25 Md$ par mois jusqu’en mai 2029.</translation>
    </message>
    <message>
        <source>Either side may end it with 90 days&apos; notice.</source>
        <translation>Chacun peut y mettre fin avec 90 jours de préavis.</translation>
    </message>
    <message>
        <source>Talks to use Microsoft&apos;s Maia 200.</source>
        <translation>Des discussions pour utiliser Maia 200 de Microsoft.</translation>
    </message>
    <message>
        <source>What came of them was not found.</source>
        <translation>Leur issue n’a pas été trouvée.</translation>
    </message>
    <message>
        <source>TeraWulf</source>
        <translation>TeraWulf</translation>
    </message>
    <message>
        <source>Justified Data: 401 MW for 20 years, about $19 bn, first in late 2027.</source>
        <translation>Justified Data&#xa0;: 401 MW sur 20 ans, environ 19 Md$, à partir de fin 2027.</translation>
    </message>
    <message>
        <source>A team designs chips of its own, beside the suppliers&apos; and with no date.</source>
        <translation>Une équipe conçoit ses propres puces, à côté de celles des fournisseurs et sans date.</translation>
    </message>
    <message>
        <source>Nscale</source>
        <translation>Nscale</translation>
    </message>
    <message>
        <source>About $45 bn for 460 MW of Vera Rubin over six years, from late 2027.</source>
        <translation>Environ 45 Md$ pour 460 MW de Vera Rubin sur six ans, dès fin 2027.</translation>
    </message>
    <message>
        <source>Lambda: $35 bn for 350 MW in Texas.</source>
        <translation>Lambda&#xa0;: 35 Md$ pour 350 MW au Texas.</translation>
    </message>
    <message>
        <source>Akamai</source>
        <translation>Akamai</translation>
    </message>
    <message>
        <source>About $11.6 bn over seven years, with warrants.</source>
        <translation>Environ 11,6 Md$ sur sept ans, avec des bons de souscription.</translation>
    </message>
    <message>
        <source>Reuters</source>
        <translation>Reuters</translation>
    </message>
    <message>
        <source>Commitments of $518 bn, about four fifths of them firm, over seven to ten years.</source>
        <translation>518 Md$ d’engagements, dont quatre cinquièmes fermes, sur sept à dix ans.</translation>
    </message>
    <message>
        <source>161.2 with Broadcom and 111.1 with Google: 54.7% of the commitments are for TPUs.</source>
        <translation>161,2 avec Broadcom et 111,1 avec Google&#xa0;: 54,7&#xa0;% des engagements sont pour des TPU.</translation>
    </message>
    <message>
        <source>On 2026-10-01 the five-year part of Broadcom&apos;s is said to be 125.2.</source>
        <translation>Le 1er octobre 2026, la part de cinq ans de Broadcom est dite de 125,2.</translation>
    </message>
    <message>
        <source>110 with Amazon: 22.1% of the commitments.</source>
        <translation>110 avec Amazon&#xa0;: 22,1&#xa0;% des engagements.</translation>
    </message>
    <message>
        <source>NVIDIA</source>
        <translation>NVIDIA</translation>
    </message>
    <message>
        <source>Contracts over NVIDIA clouds above $180 bn, 2.5 GW through 2028.</source>
        <translation>Plus de 180 Md$ de contrats sur des nuages NVIDIA, 2,5 GW jusqu’à 2028.</translation>
    </message>
    <message>
        <source>AMD: up to 2 GW of MI450 from early 2027.</source>
        <translation>AMD&#xa0;: jusqu’à 2 GW de MI450 dès début 2027.</translation>
    </message>
    <message>
        <source>Lease finance for TPUs of $35 bn, and a second of about 36 under way.</source>
        <translation>Un financement de location de TPU de 35 Md$, et un second d’environ 36 en cours.</translation>
    </message>
    <message>
        <source>Lends up to $42 bn toward a five-year lease of $125.2 bn.</source>
        <translation>Prête jusqu’à 42 Md$ pour une location de cinq ans de 125,2 Md$.</translation>
    </message>
    <message>
        <source>Hut 8</source>
        <translation>Hut 8</translation>
    </message>
    <message>
        <source>River Bend: 245 MW first, early in 2027.</source>
        <translation>River Bend&#xa0;: d’abord 245 MW, début 2027.</translation>
    </message>
    <message>
        <source>Contracted capacity is about 45% Google and 35% Amazon.</source>
        <translation>La capacité sous contrat est d’environ 45&#xa0;% chez Google et 35&#xa0;% chez Amazon.</translation>
    </message>
    <message>
        <source>By dollars the prospectus has 54.7% and 22.1%.</source>
        <translation>En dollars, le prospectus dit 54,7&#xa0;% et 22,1&#xa0;%.</translation>
    </message>
    <message>
        <source>A round of $13 bn at a value of $183 bn.</source>
        <translation>Une levée de 13&#xa0;Md$ à une valeur de 183&#xa0;Md$.</translation>
    </message>
    <message>
        <source>Valued at $380 bn in February 2026 and at $965 bn in May.</source>
        <translation>Valeur de 380&#xa0;Md$ en février 2026 et de 965&#xa0;Md$ en mai.</translation>
    </message>
    <message>
        <source>More than a million Trainium2 by the end of 2025, for training and for serving.</source>
        <translation>Plus d’un million de Trainium2 à la fin de 2025, pour l’entraînement et le service.</translation>
    </message>
    <message>
        <source>NVIDIA invests up to $10 bn, and Microsoft up to 5.</source>
        <translation>NVIDIA investit jusqu’à 10&#xa0;Md$, et Microsoft jusqu’à 5.</translation>
    </message>
    <message>
        <source>A round of $30 bn at a value of $380 bn.</source>
        <translation>Une levée de 30&#xa0;Md$ à une valeur de 380&#xa0;Md$.</translation>
    </message>
    <message>
        <source>Valued at $965 bn in May 2026.</source>
        <translation>Valeur de 965&#xa0;Md$ en mai 2026.</translation>
    </message>
    <message>
        <source>Amazon invests $5 bn at once, and up to 20 more.</source>
        <translation>Amazon investit 5&#xa0;Md$ aussitôt, et jusqu’à 20 de plus.</translation>
    </message>
    <message>
        <source>$10 bn were invested in the second quarter of 2026.</source>
        <translation>10&#xa0;Md$ ont été investis au deuxième trimestre 2026.</translation>
    </message>
    <message>
        <source>A round of $65 bn at a value of $965 bn.</source>
        <translation>Une levée de 65&#xa0;Md$ à une valeur de 965&#xa0;Md$.</translation>
    </message>
    <message>
        <source>A draft prospectus is filed in confidence.</source>
        <translation>Un projet de prospectus est déposé confidentiellement.</translation>
    </message>
    <message>
        <source>A copy leaked in September 2026; none was public by the middle of October.</source>
        <translation>Une copie a fuité en septembre 2026&#x202f;; rien n’était public à la mi-octobre.</translation>
    </message>
    <message>
        <source>Amazon&apos;s stake is worth $190.4 bn, of $60.6 bn half a year before; $15 bn may follow.</source>
        <translation>La part d’Amazon vaut 190,4&#xa0;Md$, contre 60,6&#xa0;Md$ six mois plus tôt&#x202f;; 15&#xa0;Md$ peuvent suivre.</translation>
    </message>
    <message>
        <source>Either side may end the contract with 90 days&apos; notice; it was reduced in May and June 2026.</source>
        <translation>Chaque partie peut résilier le contrat avec 90 jours de préavis&#x202f;; il était réduit en mai et juin 2026.</translation>
    </message>
    <message>
        <source>TeraWulf sells 50.1% of Abernathy, 168 MW with Fluidstack.</source>
        <translation>TeraWulf vend 50,1&#xa0;% d’Abernathy, 168&#xa0;MW avec Fluidstack.</translation>
    </message>
    <message>
        <source>Lambda&apos;s site is Hut 8&apos;s, about 350 MW in Nueces County, Texas.</source>
        <translation>Le site de Lambda est celui de Hut 8, environ 350&#xa0;MW dans le comté de Nueces, au Texas.</translation>
    </message>
    <message>
        <source>Up to $84.5 bn with SpaceX and 31.4 with Microsoft: 23.3% of the commitments are for GPUs.</source>
        <translation>Jusqu’à 84,5&#xa0;Md$ avec SpaceX et 31,4 avec Microsoft&#xa0;: 23,3&#xa0;% des engagements vont aux GPU.</translation>
    </message>
    <message>
        <source>Contracts over NVIDIA clouds come to more than $180 bn; they overlap the rest.</source>
        <translation>Les contrats sur les clouds de NVIDIA dépassent 180&#xa0;Md$&#x202f;; ils recouvrent le reste.</translation>
    </message>
    <message>
        <source>A second reading of NVIDIA&apos;s contracts: 2.6 GW through 2028.</source>
        <translation>Seconde lecture des contrats de NVIDIA&#xa0;: 2,6&#xa0;GW jusqu’à fin 2028.</translation>
    </message>
    <message>
        <source>The $518 bn hinge largely on deals that cannot be cancelled.</source>
        <translation>Les 518&#xa0;Md$ tiennent surtout à des contrats qui ne peuvent être résiliés.</translation>
    </message>
    <message>
        <source>Bloomberg</source>
        <translation>Bloomberg</translation>
    </message>
    <message>
        <source>The company aims to list its shares before Thanksgiving.</source>
        <translation>L’entreprise vise une entrée en bourse avant Thanksgiving.</translation>
    </message>
    <message>
        <source>Whether it did was not found.</source>
        <translation>Rien n’a été trouvé sur la suite.</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $1 bn.</source>
        <translation>Un rythme annuel de 1 Md$ de revenu.</translation>
    </message>
    <message>
        <source>CNBC</source>
        <translation>CNBC</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $3 bn.</source>
        <translation>Un rythme annuel de 3 Md$ de revenu.</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $5 bn.</source>
        <translation>Un rythme annuel de 5 Md$ de revenu.</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $7 bn.</source>
        <translation>Un rythme annuel de 7 Md$ de revenu.</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $9 bn.</source>
        <translation>Un rythme annuel de 9 Md$ de revenu.</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $14 bn.</source>
        <translation>Un rythme annuel de 14 Md$ de revenu.</translation>
    </message>
    <message>
        <source>Axios</source>
        <translation>Axios</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $19 bn.</source>
        <translation>Un rythme annuel de 19 Md$ de revenu.</translation>
    </message>
    <message>
        <source>The company says more than $30 bn on 2026-04-06.</source>
        <translation>L’entreprise dit plus de 30 Md$ le 6 avril 2026.</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $30 bn.</source>
        <translation>Un rythme annuel de 30 Md$ de revenu.</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $47 bn.</source>
        <translation>Un rythme annuel de 47 Md$ de revenu.</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $65 bn.</source>
        <translation>Un rythme annuel de 65 Md$ de revenu.</translation>
    </message>
    <message>
        <source>Nothing later was found.</source>
        <translation>Rien de plus récent n’a été trouvé.</translation>
    </message>
    <message>
        <source>$4.59 bn of revenue were recognised in 2025.</source>
        <translation>4,59 Md$ de revenu ont été comptabilisés en 2025.</translation>
    </message>
    <message>
        <source>Revenue of $0.787 bn in the second quarter of 2025.</source>
        <translation>0,787 Md$ de revenu au deuxième trimestre 2025.</translation>
    </message>
    <message>
        <source>Revenue of $4.73 bn in the first quarter of 2026.</source>
        <translation>4,73 Md$ de revenu au premier trimestre 2026.</translation>
    </message>
    <message>
        <source>Revenue of more than $11.5 bn in the second quarter of 2026.</source>
        <translation>Plus de 11,5 Md$ de revenu au deuxième trimestre 2026.</translation>
    </message>
    <message>
        <source>One blog says 10.9: contradicted by every later source.</source>
        <translation>Un blog dit 10,9&#xa0;: contredit par toutes les sources ultérieures.</translation>
    </message>
    <message>
        <source>$7.33 bn for compute and infrastructure in 2025.</source>
        <translation>7,33 Md$ pour le calcul et l’infrastructure en 2025.</translation>
    </message>
    <message>
        <source>Server cost of about $20 bn is planned for 2026.</source>
        <translation>Environ 20 Md$ de coût de serveurs sont prévus pour 2026.</translation>
    </message>
    <message>
        <source>Revenue of cloud resale is booked gross: about 8 of $30 bn.</source>
        <translation>Le revenu revendu par les nuages est compté brut&#xa0;: environ 8 sur 30 Md$.</translation>
    </message>
    <message>
        <source>A net loss of $42 bn in 2025, of which 34 are not cash.</source>
        <translation>Une perte nette de 42 Md$ en 2025, dont 34 sans sortie de trésorerie.</translation>
    </message>
    <message>
        <source>The first clearly positive quarter: an operating profit of $0.559 bn.</source>
        <translation>Le premier trimestre nettement positif&#xa0;: 0,559 Md$ de résultat d’exploitation.</translation>
    </message>
    <message>
        <source>6,000 customers pay $100,000 a year or more.</source>
        <translation>6 000 clients paient 100 000 $ par an ou plus.</translation>
    </message>
    <message>
        <source>More than 1,000 customers pay over $1 million a year.</source>
        <translation>Plus de 1 000 clients paient plus d’un million de dollars par an.</translation>
    </message>
    <message>
        <source>Revenue of 19 to $26 bn for each gigawatt and year by the middle of 2026.</source>
        <translation>Un revenu de 19 à 26 Md$ par gigawatt et par an au milieu de 2026.</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $0.087 bn.</source>
        <translation>Revenu annualisé de 0,087&#xa0;Md$.</translation>
    </message>
    <message>
        <source>About $0.38 bn of revenue were recognised in 2024: 2025 had twelve times as much.</source>
        <translation>Environ 0,38&#xa0;Md$ de revenu comptabilisé en 2024&#xa0;: douze fois plus en 2025.</translation>
    </message>
    <message>
        <source>An operating loss of $8.06 bn in 2025.</source>
        <translation>Une perte d’exploitation de 8,06&#xa0;Md$ en 2025.</translation>
    </message>
    <message>
        <source>Two customers bring about a quarter of the revenue of 2025.</source>
        <translation>Deux clients apportent environ un quart du revenu de 2025.</translation>
    </message>
    <message>
        <source>About 80% of revenue is from businesses.</source>
        <translation>Environ 80&#xa0;% du revenu vient des entreprises.</translation>
    </message>
    <message>
        <source>Revenue grew by 32% a month from December 2025 to July 2026.</source>
        <translation>Le revenu a crû de 32&#xa0;% par mois de décembre 2025 à juillet 2026.</translation>
    </message>
    <message>
        <source>Run-rate is 13 times what use brought in the last 28 days, and 12 times a month&apos;s subscriptions.</source>
        <translation>Le revenu annualisé est 13 fois l’usage des 28 derniers jours, plus 12 fois les abonnements d’un mois.</translation>
    </message>
    <message>
        <source>A gross margin of about 60%.</source>
        <translation>Une marge brute d’environ 60&#xa0;%.</translation>
    </message>
    <message>
        <source>SemiAnalysis has serving at 38%, and above 70% in 2026; the plan was 77% by 2028.</source>
        <translation>SemiAnalysis voit le service à 38&#xa0;%, puis plus de 70&#xa0;% en 2026&#x202f;; le plan était de 77&#xa0;% en 2028.</translation>
    </message>
    <message>
        <source>About $16.7 thousand of revenue a year for each business customer.</source>
        <translation>Environ 16,7 milliers de dollars de revenu par an et par entreprise cliente.</translation>
    </message>
    <message>
        <source>In April 2026 a thousand customers paid over $1 million each.</source>
        <translation>En avril 2026, mille clients payaient plus d’un million de dollars chacun.</translation>
    </message>
    <message>
        <source>Fewer than a thousand business customers two years before.</source>
        <translation>Moins de mille entreprises clientes deux ans plus tôt.</translation>
    </message>
    <message>
        <source>More than 100,000 customers through Amazon&apos;s cloud.</source>
        <translation>Plus de 100&#xa0;000 clients par le cloud d’Amazon.</translation>
    </message>
    <message>
        <source>Serving cost $1.7 bn in 2025, 23% of the compute.</source>
        <translation>Le service a coûté 1,7&#xa0;Md$ en 2025, 23&#xa0;% du calcul.</translation>
    </message>
    <message>
        <source>Cloud spend of $0.285 bn is planned for 2023.</source>
        <translation>0,285&#xa0;Md$ de dépenses de cloud sont prévus pour 2023.</translation>
    </message>
    <message>
        <source>Revenue of 6 to $8 bn for each gigawatt and year of 2025.</source>
        <translation>De 6 à 8&#xa0;Md$ de revenu par gigawatt et par an en 2025.</translation>
    </message>
    <message>
        <source>A TPU v7 hour: $1.21 to its owner outside, 1.03 inside, 2.00 rented for three years.</source>
        <translation>L’heure de TPU v7&#xa0;: 1,21&#xa0;$ pour un propriétaire externe, 1,03 en interne, 2,00 louée trois ans.</translation>
    </message>
    <message>
        <source>Vera Rubin draws 2,300 W a GPU.</source>
        <translation>Vera Rubin consomme 2&#xa0;300&#xa0;W par GPU.</translation>
    </message>
    <message>
        <source>Rents for three years in July 2026: over $8.5 an hour for Rubin, 5 for Blackwell Ultra.</source>
        <translation>Loyers sur trois ans en juillet 2026&#xa0;: plus de 8,5&#xa0;$ l’heure pour Rubin, 5 pour Blackwell Ultra.</translation>
    </message>
    <message>
        <source>Rubin serves 1.4 to 3 times the tokens for its cost, against GB300.</source>
        <translation>À coût égal, Rubin sert 1,4 à 3 fois les jetons de GB300.</translation>
    </message>
    <message>
        <source>MLCommons</source>
        <translation>MLCommons</translation>
    </message>
    <message>
        <source>MLPerf Inference v6.1 has Rubin as a preview only.</source>
        <translation>MLPerf Inference v6.1 n’a Rubin qu’en avant-première.</translation>
    </message>
    <message>
        <source>Rents rose: an H100 for a year from $1.70 in October 2025 to 2.35 in March and about 2.68 in August 2026.</source>
        <translation>Les loyers ont monté&#xa0;: un H100 pour un an de 1,70&#xa0;$ en octobre 2025 à 2,35 en mars et environ 2,68 en août 2026.</translation>
    </message>
    <message>
        <source>A B200 on demand costs $5.66 an hour, 48% more than two months before.</source>
        <translation>Un B200 à la demande coûte 5,66&#xa0;$ l’heure, 48&#xa0;% de plus que deux mois avant.</translation>
    </message>
    <message>
        <source>Futures on GPU hours are announced, H100 and B200, up to 36 months ahead.</source>
        <translation>Des contrats à terme sur l’heure de GPU sont annoncés, H100 et B200, jusqu’à 36 mois.</translation>
    </message>
    <message>
        <source>On the day the date was still to be announced.</source>
        <translation>Le jour dit, la date restait à annoncer.</translation>
    </message>
    <message>
        <source>Trainium4 takes NVIDIA&apos;s memory and NVLink Fusion; AWS adds 2 million NVIDIA GPUs in 2027 and 2028.</source>
        <translation>Trainium4 prend la mémoire de NVIDIA et NVLink Fusion&#x202f;; AWS ajoute 2&#xa0;millions de GPU NVIDIA en 2027 et 2028.</translation>
    </message>
    <message>
        <source>NVIDIA sold $96.2 bn in the quarter to July 2026, 89.0 to data centres.</source>
        <translation>NVIDIA a vendu 96,2&#xa0;Md$ au trimestre clos en juillet 2026, dont 89,0 aux centres de données.</translation>
    </message>
    <message>
        <source>AI revenue of $16.7 bn in the third quarter; supply, not orders, is the limit.</source>
        <translation>16,7&#xa0;Md$ de revenu d’IA au troisième trimestre&#x202f;; l’offre limite, non les commandes.</translation>
    </message>
    <message>
        <source>$1.6 bn of new cloud revenue in a quarter on 1.0 to 1.4 GW.</source>
        <translation>1,6&#xa0;Md$ de nouveau revenu de cloud en un trimestre sur 1,0 à 1,4&#xa0;GW.</translation>
    </message>
    <message>
        <source>Lenders want guarantees for $500 bn of finance backed by chips; none had closed by September.</source>
        <translation>Les prêteurs veulent des garanties pour 500&#xa0;Md$ adossés à des puces&#x202f;; rien n’était conclu en septembre.</translation>
    </message>
    <message>
        <source>EIA</source>
        <translation>EIA</translation>
    </message>
    <message>
        <source>United States demand for power grows by 1.3% in 2026 and 3.1% in 2027; wholesale costs $51 a MWh.</source>
        <translation>La demande d’électricité des États-Unis croît de 1,3&#xa0;% en 2026 et de 3,1&#xa0;% en 2027&#x202f;; le gros coûte 51&#xa0;$ le MWh.</translation>
    </message>
    <message>
        <source>Natural gas at $3.95 in 2026 and 4.51 in 2027, a million BTU.</source>
        <translation>Le gaz naturel à 3,95&#xa0;$ en 2026 et 4,51 en 2027, le million de BTU.</translation>
    </message>
    <message>
        <source>A gigawatt-year costs $8.5 bn owned, 12 to 14 rented.</source>
        <translation>Un gigawatt-an coûte 8,5 Md$ en propriété, 12 à 14 loué.</translation>
    </message>
</context>
<context>
    <name>ClaimForm</name>
    <message>
        <source>It is judged against this plan, drawn on its charts, and saved with it.</source>
        <translation>Elle est jugée face à ce plan, dessinée sur ses graphiques et enregistrée avec lui.</translation>
    </message>
    <message>
        <source>Claim of your own</source>
        <translation>Affirmation à vous</translation>
    </message>
    <message>
        <source>&amp;Claim</source>
        <translation>&amp;Affirmation</translation>
    </message>
    <message>
        <source>in a sentence</source>
        <translation>en une phrase</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Qui</translation>
    </message>
    <message>
        <source>Sai&amp;d</source>
        <translation>&amp;Dit le</translation>
    </message>
    <message>
        <source>2026, 2026-11 or 2026-11-29</source>
        <translation>2026, 2026-11 ou 2026-11-29</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>&amp;Grandeur</translation>
    </message>
    <message>
        <source>O&amp;ver</source>
        <translation>&amp;Sur</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Mois</translation>
    </message>
    <message>
        <source>At &amp;least</source>
        <translation>Au m&amp;oins</translation>
    </message>
    <message>
        <source>At m&amp;ost</source>
        <translation>Au &amp;plus</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>where it was said</source>
        <translation>où cela a été dit</translation>
    </message>
    <message>
        <source>&amp;Grade</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Remarque</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>{unit}; empty: open</source>
        <translation>{unit}&#x202f;; vide&#xa0;: ouvert</translation>
    </message>
    <message>
        <source>Write what was said.</source>
        <translation>Écrivez ce qui a été dit.</translation>
    </message>
    <message>
        <source>Write who said it.</source>
        <translation>Écrivez qui l’a dit.</translation>
    </message>
    <message>
        <source>Write when it was said.</source>
        <translation>Écrivez quand cela a été dit.</translation>
    </message>
    <message>
        <source>Write the month.</source>
        <translation>Écrivez le mois.</translation>
    </message>
</context>
<context>
    <name>ClaimsPart</name>
    <message>
        <source>All that was said</source>
        <translation>Tout ce qui a été dit</translation>
    </message>
    <message>
        <source>Every verdict</source>
        <translation>Tous les verdicts</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>search</source>
        <translation>chercher</translation>
    </message>
    <message>
        <source>Search what was said</source>
        <translation>Chercher parmi ce qui a été dit</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Dit le</translation>
    </message>
    <message>
        <source>When it was said</source>
        <translation>Quand cela a été dit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Annoncé</translation>
    </message>
    <message>
        <source>Of what the model has a number for</source>
        <translation>Pour ce que le modèle chiffre</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>The month, or the time over which it is taken</source>
        <translation>Le mois, ou la durée sur laquelle c’est pris</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Le plan</translation>
    </message>
    <message>
        <source>The same number of the plan on screen</source>
        <translation>Le même nombre dans le plan affiché</translation>
    </message>
    <message>
        <source>Off: outside by less than half. Then contradicted</source>
        <translation>Écart&#xa0;: dehors de moins de moitié. Au-delà, contredit</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>A vendor or filing, B analyst, C press or estimate</source>
        <translation>A fournisseur ou dépôt, B analyste, C presse ou estimation</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>What has overtaken it</source>
        <translation>Ce qui l’a dépassé</translation>
    </message>
    <message>
        <source>What was said, and what the plan has</source>
        <translation>Ce qui a été dit, et ce que dit le plan</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Add a claim</source>
        <translation>Ajouter une affirmation</translation>
    </message>
    <message>
        <source>Say what somebody claims: it is judged here, and saved with the scenario</source>
        <translation>Dire ce que quelqu’un affirme&#xa0;: jugé ici, et enregistré avec le scénario</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>La modifier…</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>La supprimer</translation>
    </message>
    <message>
        <source>{who}, {when}. Source: {source}; grade {grade}; licence: {licence}.</source>
        <translation>{who}, {when}. Source&#xa0;: {source}&#x202f;; qualité {grade}&#x202f;; licence&#xa0;: {licence}.</translation>
    </message>
    <message>
        <source>{who}, {when}. Own claim; source: {source}; grade {grade}.</source>
        <translation>{who}, {when}. Affirmation à vous&#x202f;; source&#xa0;: {source}&#x202f;; qualité {grade}.</translation>
    </message>
    <message>
        <source>{quantity}, {when}: {claimed} claimed, the plan has {value}: {verdict}</source>
        <translation>{quantity}, {when}&#xa0;: {claimed} annoncé, le plan a {value}&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>The plan can&apos;t be held against it: {why}</source>
        <translation>Le plan ne peut s’y mesurer&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Nothing that a model could have: it is here for the whole story.</source>
        <translation>Rien qu’un modèle puisse chiffrer&#xa0;: c’est là pour l’histoire entière.</translation>
    </message>
    <message>
        <source>Since then: {later}</source>
        <translation>Depuis&#xa0;: {later}</translation>
    </message>
    <message>
        <source>No assumption alone would break it within its plausible range.</source>
        <translation>Aucune hypothèse seule ne la briserait dans sa plage plausible.</translation>
    </message>
    <message>
        <source>No assumption alone would have it hold within its plausible range.</source>
        <translation>Aucune hypothèse seule ne la ferait tenir dans sa plage plausible.</translation>
    </message>
    <message>
        <source>What would break it, alone: {turns}</source>
        <translation>Ce qui la briserait, seul&#xa0;: {turns}</translation>
    </message>
    <message>
        <source>What would have it hold, alone: {turns}</source>
        <translation>Ce qui la ferait tenir, seul&#xa0;: {turns}</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>allowed is a whole number from 1 to {most}</source>
        <translation>un nombre entier de 1 à {most} est attendu</translation>
    </message>
    <message>
        <source>allowed is WIDTHxHEIGHT, as 1600x1000</source>
        <translation>LARGEURxHAUTEUR est attendu, comme 1600x1000</translation>
    </message>
    <message>
        <source>allowed is a month, YYYY-MM</source>
        <translation>un mois est attendu, AAAA-MM</translation>
    </message>
    <message>
        <source>allowed are {allowed}</source>
        <translation>valeurs permises&#xa0;: {allowed}</translation>
    </message>
    <message>
        <source>the drawn worlds</source>
        <translation>les mondes tirés</translation>
    </message>
    <message>
        <source>allowed is {least} to {most}, and {pixels} million pixels in all</source>
        <translation>de {least} à {most} est permis, et {pixels} millions de pixels en tout</translation>
    </message>
    <message numerus="yes">
        <source>%n draw(s)</source>
        <translation>
            <numerusform>%n tirage</numerusform>
            <numerusform>%n tirages</numerusform>
        </translation>
    </message>
    <message>
        <source>allowed is a month, YYYY-MM, or months since the start</source>
        <translation>un mois est attendu, AAAA-MM, ou un nombre de mois depuis le début</translation>
    </message>
    <message>
        <source>allowed is a number, such as 0.25 or 1e6</source>
        <translation>un nombre est attendu, comme 0.25 ou 1e6</translation>
    </message>
    <message>
        <source>stopped; nothing was written</source>
        <translation>arrêté&#x202f;; rien n’a été écrit</translation>
    </message>
    <message numerus="yes">
        <source>stopped; kept %n file(s) written before</source>
        <translation>
            <numerusform>arrêté&#x202f;;&#xa0;%n fichier déjà écrit reste</numerusform>
            <numerusform>arrêté&#x202f;;&#xa0;%n fichiers déjà écrits restent</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: {share} done, about {time} left (Ctrl+C stops)</source>
        <translation>{what}&#xa0;: {share} faits, encore {time} environ (Ctrl+C arrête)</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>a table is written as CSV; name it {name}</source>
        <translation>un tableau s’écrit en CSV&#x202f;; nommez-le {name}</translation>
    </message>
    <message>
        <source>is there already and is no table; write to another file</source>
        <translation>existe déjà et n’est pas un tableau&#x202f;; écrivez dans un autre fichier</translation>
    </message>
    <message>
        <source>is there already and is no table of risk; write to another file</source>
        <translation>existe déjà et n’est pas un tableau des risques&#x202f;; écrivez dans un autre fichier</translation>
    </message>
    <message>
        <source>allowed are {count} at once</source>
        <translation>{count} au plus à la fois</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type an action or a lever</source>
        <translation>Tapez une action ou un levier</translation>
    </message>
    <message>
        <source>Find an action or a lever</source>
        <translation>Trouver une action ou un levier</translation>
    </message>
    <message>
        <source>Actions and levers</source>
        <translation>Actions et leviers</translation>
    </message>
    <message>
        <source>Nothing has all of these words in its name.</source>
        <translation>Rien n’a tous ces mots dans son nom.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Results in {month}</source>
        <translation>Résultats en {month}</translation>
    </message>
    <message>
        <source>All inputs</source>
        <translation>Toutes les entrées</translation>
    </message>
    <message numerus="yes">
        <source>%n differing input(s)</source>
        <translation>
            <numerusform>%n entrée qui diffère</numerusform>
            <numerusform>%n entrées qui diffèrent</numerusform>
        </translation>
    </message>
    <message>
        <source>has changes that its file has not</source>
        <translation>a des modifications absentes de son fichier</translation>
    </message>
    <message>
        <source>median {median}</source>
        <translation>médiane {median}</translation>
    </message>
    <message>
        <source>{median}   {low} to {high}</source>
        <translation>{median}   {low} à {high}</translation>
    </message>
    <message>
        <source>No value: {why}</source>
        <translation>Pas de valeur&#xa0;: {why}</translation>
    </message>
    <message>
        <source>The plan; below it the median of the worlds, and where 90% of them lie</source>
        <translation>Le plan&#x202f;; dessous, la médiane des mondes et où en sont 90&#xa0;%</translation>
    </message>
    <message>
        <source>No value: has no such family</source>
        <translation>Pas de valeur&#xa0;: n’a pas cette famille</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>has no such family</source>
        <translation>n’a pas cette famille</translation>
    </message>
    <message>
        <source>not a month that all plans have</source>
        <translation>ce mois n’est pas dans tous les plans</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} points</translation>
    </message>
    <message>
        <source>its months are {first} to {last}</source>
        <translation>ses mois vont de {first} à {last}</translation>
    </message>
    <message>
        <source>Chips, {family}</source>
        <translation>Puces, {family}</translation>
    </message>
    <message>
        <source>Committed since {month}</source>
        <translation>Engagé depuis {month}</translation>
    </message>
    <message>
        <source>Economic cost since {month}</source>
        <translation>Coût économique depuis {month}</translation>
    </message>
    <message>
        <source>Revenue unserved since {month}</source>
        <translation>Revenu non servi depuis {month}</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>Plans span different months: they are aligned by date, and sums run over the months that all have, {first} to {last}.</source>
        <translation>Les plans couvrent des mois différents&#xa0;: ils sont alignés par date, et les sommes portent sur les mois communs à tous, entre {first} et {last}.</translation>
    </message>
    <message>
        <source>No month is in all plans: nothing is summed across them.</source>
        <translation>Aucun mois n’est commun à tous les plans&#xa0;: rien n’est additionné de l’un à l’autre.</translation>
    </message>
    <message>
        <source>Plans that begin in another month live in other worlds: they are left out of the odds.</source>
        <translation>Les plans qui commencent un autre mois vivent dans d’autres mondes&#xa0;: ils sont laissés hors des chances.</translation>
    </message>
    <message>
        <source>Plans have different families of chips; a dash is none.</source>
        <translation>Les plans ont des familles de puces différentes&#x202f;; un tiret veut dire aucune.</translation>
    </message>
    <message>
        <source>Plans buy from different catalogues of chips.</source>
        <translation>Les plans achètent dans des catalogues de puces différents.</translation>
    </message>
    <message>
        <source>“{typed}” is none of: {choices}</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est aucun de&#xa0;: {choices}</translation>
    </message>
    <message>
        <source>A whole number is wanted</source>
        <translation>Un nombre entier est attendu</translation>
    </message>
    <message>
        <source>Cost plus unserved revenue, to date</source>
        <translation>Coût plus revenu non servi, à date</translation>
    </message>
    <message>
        <source>Economic cost, to date</source>
        <translation>Coût économique, à date</translation>
    </message>
    <message>
        <source>Unserved revenue, to date</source>
        <translation>Revenu non servi, à date</translation>
    </message>
    <message>
        <source>Demand served in the month</source>
        <translation>Demande servie dans le mois</translation>
    </message>
    <message>
        <source>Capacity in the month</source>
        <translation>Capacité du mois</translation>
    </message>
    <message>
        <source>Unit cost in the month</source>
        <translation>Coût unitaire du mois</translation>
    </message>
    <message>
        <source>on the front</source>
        <translation>sur le front</translation>
    </message>
    <message>
        <source>as good in practice: within 1%</source>
        <translation>aussi bon en pratique&#xa0;: à moins de 1&#xa0;%</translation>
    </message>
    <message>
        <source>beaten by “{plan}”</source>
        <translation>battu par «&#xa0;{plan}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>This is the baseline now; every curve is compared with it.</source>
        <translation>C’est désormais la référence&#x202f;; chaque courbe lui est comparée.</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>comparaison</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Comparaisons</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation>Enregistré&#xa0;: {}</translation>
    </message>
    <message>
        <source>“{file}” was changed by another program; it was not saved over.</source>
        <translation>«&#xa0;{file}&#xa0;» a été modifié par un autre programme&#x202f;; il n’a pas été écrasé.</translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation>L’écraser</translation>
    </message>
    <message>
        <source>Headroom scenarios</source>
        <translation>Scénarios Headroom</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>One plan alone has its own report, in the menu Export.</source>
        <translation>Un plan seul a son propre rapport, dans le menu Exporter.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Parts of the page</source>
        <translation>Parties de la page</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>Copied the table</source>
        <translation>Tableau copié</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>Chances</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>is the baseline; add a copy of it to change that</source>
        <translation>est la référence&#x202f;; ajoutez-en une copie pour la modifier</translation>
    </message>
    <message>
        <source>a comparison has at most {most} columns</source>
        <translation>une comparaison a au plus {most} colonnes</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
    <message>
        <source>Changes in the comparison</source>
        <translation>Modifications dans la comparaison</translation>
    </message>
    <message>
        <source>{plan}: {what}</source>
        <translation>{plan}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>{name}, baseline</source>
        <translation>{name}, référence</translation>
    </message>
    <message>
        <source>{name}, now</source>
        <translation>{name}, actuel</translation>
    </message>
</context>
<context>
    <name>Coordinates</name>
    <message>
        <source>Axis {name}.</source>
        <translation>Axe {name}.</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Headroom can&apos;t start: {what}.</source>
        <translation>Headroom ne peut pas démarrer&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>No file of yours was changed.</source>
        <translation>Aucun de vos fichiers n’a été modifié.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
</context>
<context>
    <name>CrashHandler</name>
    <message>
        <source>Your work is kept in a recovery file; save it to be sure.</source>
        <translation>Votre travail est gardé dans un fichier de récupération&#x202f;; enregistrez-le pour plus de sûreté.</translation>
    </message>
    <message>
        <source>Please save your work now.</source>
        <translation>Enregistrez votre travail maintenant.</translation>
    </message>
    <message>
        <source>Something went wrong in Headroom ({what}). {safe}</source>
        <translation>Quelque chose s’est mal passé dans Headroom ({what}). {safe}</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
</context>
<context>
    <name>Cursor</name>
    <message>
        <source>{lane}: none; Insert adds one</source>
        <translation>{lane}&#xa0;: aucun&#x202f;; Inser en ajoute un</translation>
    </message>
    <message>
        <source>{lane} {number} of {count}: {what}</source>
        <translation>{lane} {number} sur {count}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>A delay has no date: it holds for all that comes after history ends.</source>
        <translation>Un retard n’a pas de date&#xa0;: il vaut pour tout ce qui suit la fin de l’historique.</translation>
    </message>
    <message>
        <source>Copied: {what}</source>
        <translation>Copié&#xa0;: {what}</translation>
    </message>
    <message>
        <source>There is no bar of a timeline on the clipboard.</source>
        <translation>Le presse-papiers ne contient aucune barre de la frise.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Open the source</source>
        <translation>Ouvrir la source</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>Dans le navigateur</translation>
    </message>
    <message>
        <source>No browser opened it: {link}</source>
        <translation>Aucun navigateur ne l’a ouvert&#xa0;: {link}</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>{what}: details</source>
        <translation>{what}&#xa0;: détails</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>a scenario is saved as {ending}; pictures and tables are in the menu Export</source>
        <translation>un scénario s’enregistre en {ending}&#x202f;; images et tableaux sont dans le menu Exporter</translation>
    </message>
</context>
<context>
    <name>Edge</name>
    <message>
        <source>{pixels} pixels; the arrow keys move it</source>
        <translation>{pixels} pixels&#x202f;; les flèches le déplacent</translation>
    </message>
    <message>
        <source>{pixels} pixels</source>
        <translation>{pixels} pixels</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>Name of the scenario:</source>
        <translation>Nom du scénario&#xa0;:</translation>
    </message>
    <message>
        <source>Copied the scenario “{name}” as text.</source>
        <translation>Scénario «&#xa0;{name}&#xa0;» copié en texte.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Presse-papiers</translation>
    </message>
    <message>
        <source>Paste a scenario</source>
        <translation>Coller un scénario</translation>
    </message>
    <message>
        <source>Pasted “{name}”.</source>
        <translation>«&#xa0;{name}&#xa0;» collé.</translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>All families</source>
        <translation>Toutes les familles</translation>
    </message>
    <message>
        <source>Supply stop</source>
        <translation>Arrêt des livraisons</translation>
    </message>
    <message>
        <source>Loss of chips in use</source>
        <translation>Perte de puces en service</translation>
    </message>
    <message>
        <source>Power outage</source>
        <translation>Panne de courant</translation>
    </message>
    <message>
        <source>Drop in demand</source>
        <translation>Chute de la demande</translation>
    </message>
    <message>
        <source>Price jump</source>
        <translation>Hausse des prix</translation>
    </message>
    <message>
        <source>Grid delay</source>
        <translation>Retard du réseau</translation>
    </message>
    <message>
        <source>Late generation</source>
        <translation>Génération en retard</translation>
    </message>
    <message>
        <source>“{typed}”: {allowed}</source>
        <translation>«&#xa0;{typed}&#xa0;»&#xa0;: {allowed}</translation>
    </message>
    <message>
        <source>“{typed}”: it means nothing here, leave it empty</source>
        <translation>«&#xa0;{typed}&#xa0;»&#xa0;: cela ne veut rien dire ici, laissez la cellule vide</translation>
    </message>
    <message>
        <source>“{typed}”: the first point stays in {month}</source>
        <translation>«&#xa0;{typed}&#xa0;»&#xa0;: le premier point reste en {month}</translation>
    </message>
    <message>
        <source>allowed is {low} to {high}{unit}</source>
        <translation>une valeur de {low} à {high}{unit} est attendue</translation>
    </message>
    <message>
        <source>allowed is a whole number from {low} to {high}{unit}</source>
        <translation>un nombre entier de {low} à {high}{unit} est attendu</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>de {first} à {last}</translation>
    </message>
    <message numerus="yes">
        <source>%n shock(s)</source>
        <translation>
            <numerusform>%n choc</numerusform>
            <numerusform>%n chocs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n contrat</numerusform>
            <numerusform>%n contrats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {row}, {column}</source>
        <translation>Ligne {row}, {column}</translation>
    </message>
    <message>
        <source>The block has {count} columns; from here on there are {n}</source>
        <translation>Le bloc a {count} colonnes&#x202f;; à partir d’ici il y en a {n}</translation>
    </message>
    <message>
        <source>The heading “{name}” stands in the block twice</source>
        <translation>Le titre «&#xa0;{name}&#xa0;» figure deux fois dans le bloc</translation>
    </message>
    <message>
        <source>“{typed}” is no month; write {example}, {iso} or +6</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas un mois&#x202f;; écrivez {example}, {iso} ou +6</translation>
    </message>
</context>
<context>
    <name>EntriesTable</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>A new row at the end: Ins</source>
        <translation>Une nouvelle ligne à la fin&#xa0;: Inser</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>A copy of the row behind it: Ctrl+D</source>
        <translation>Une copie de la ligne, juste après&#xa0;: Ctrl+D</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>The rows that are selected: Del</source>
        <translation>Les lignes sélectionnées&#xa0;: Suppr</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>A block of cells of a spreadsheet, from the selected cell on: Ctrl+V</source>
        <translation>Un bloc de cellules d’un tableur, à partir de la cellule sélectionnée&#xa0;: Ctrl+V</translation>
    </message>
    <message>
        <source>Keep this order</source>
        <translation>Garder cet ordre</translation>
    </message>
    <message>
        <source>The file has the rows in another order; give it this one</source>
        <translation>Dans le fichier, les lignes sont dans un autre ordre&#x202f;; lui donner celui-ci</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Duplicate the row</source>
        <translation>Dupliquer la ligne</translation>
    </message>
    <message>
        <source>Delete the rows</source>
        <translation>Supprimer les lignes</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>Coller les cellules</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Trier par cette colonne</translation>
    </message>
    <message>
        <source>In the order of the file</source>
        <translation>Dans l’ordre du fichier</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(et&#xa0;%n autre)</numerusform>
            <numerusform>(et&#xa0;%n autres)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntriesWindow</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>EntryLever</name>
    <message>
        <source>Contract {entry}, {column}</source>
        <translation>Contrat {entry}, {column}</translation>
    </message>
    <message>
        <source>Site {entry}, {column}</source>
        <translation>Site {entry}, {column}</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Economic cost</source>
        <translation>Coût économique</translation>
    </message>
    <message>
        <source>Revenue unserved</source>
        <translation>Revenu non servi</translation>
    </message>
    <message>
        <source>Capacity in the month</source>
        <translation>Capacité du mois</translation>
    </message>
    <message>
        <source>Unit cost in the month</source>
        <translation>Coût unitaire du mois</translation>
    </message>
    <message>
        <source>in the month</source>
        <translation>au mois</translation>
    </message>
    <message>
        <source>in the quarter that ends with it</source>
        <translation>au trimestre qui s’achève avec lui</translation>
    </message>
    <message>
        <source>in the year that ends with it</source>
        <translation>dans l’année qui s’achève avec lui</translation>
    </message>
    <message>
        <source>from the scenario&apos;s start up to it</source>
        <translation>du début du scénario jusqu’à lui</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>le plan</translation>
    </message>
    <message>
        <source>All assumptions</source>
        <translation>Toutes les hypothèses</translation>
    </message>
    <message>
        <source>Changed from the default</source>
        <translation>Modifié par rapport à la valeur par défaut</translation>
    </message>
    <message>
        <source>With a source of your own</source>
        <translation>Avec une source à vous</translation>
    </message>
    <message>
        <source>Judgement of the model</source>
        <translation>Jugement du modèle</translation>
    </message>
    <message>
        <source>Older than a year</source>
        <translation>Plus d’un an</translation>
    </message>
    <message>
        <source>Guesses (grade C)</source>
        <translation>Suppositions (note C)</translation>
    </message>
    <message>
        <source>{name}: nothing that can be judged.</source>
        <translation>{name}&#xa0;: rien qui se juge.</translation>
    </message>
    <message>
        <source>{name}: {inside} of {judged} inside their interval, off by a factor of {factor} on average.</source>
        <translation>{name}&#xa0;: {inside} sur {judged} dans leur intervalle, à un facteur {factor} près en moyenne.</translation>
    </message>
    <message>
        <source>known</source>
        <translation>connu</translation>
    </message>
    <message>
        <source>came later</source>
        <translation>venu après</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>Pèse</translation>
    </message>
    <message>
        <source>To know it</source>
        <translation>Le savoir</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Producteur</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Age in months</source>
        <translation>Âge en mois</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Lu le</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Own source</source>
        <translation>Source propre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>tient</translation>
    </message>
    <message>
        <source>off</source>
        <translation>écart</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>contredit</translation>
    </message>
    <message>
        <source>not in the plan</source>
        <translation>pas dans le plan</translation>
    </message>
    <message>
        <source>context</source>
        <translation>contexte</translation>
    </message>
    <message>
        <source>The story</source>
        <translation>L’article</translation>
    </message>
    <message>
        <source>Compute and power</source>
        <translation>Calcul et puissance</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Contrats</translation>
    </message>
    <message>
        <source>Revenue and customers</source>
        <translation>Revenu et clients</translation>
    </message>
    <message>
        <source>Chips and prices</source>
        <translation>Puces et prix</translation>
    </message>
    <message>
        <source>Claims of your own</source>
        <translation>Affirmations à vous</translation>
    </message>
    <message>
        <source>in the year to {month}</source>
        <translation>sur l’année à {month}</translation>
    </message>
    <message>
        <source>in the quarter to {month}</source>
        <translation>sur le trimestre à {month}</translation>
    </message>
    <message>
        <source>up to {month}</source>
        <translation>jusqu’en {month}</translation>
    </message>
    <message>
        <source>from the start to {month}</source>
        <translation>du début à {month}</translation>
    </message>
    <message>
        <source>since {since}, to {month}</source>
        <translation>de {since} à {month}</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Revenu</translation>
    </message>
    <message>
        <source>H100 equivalents per megawatt</source>
        <translation>Équivalents H100 par mégawatt</translation>
    </message>
    <message>
        <source>Revenue unserved, share</source>
        <translation>Part du revenu non servi</translation>
    </message>
    <message>
        <source>Revenue, times a year before</source>
        <translation>Revenu, multiple sur un an</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>au plus {value}</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>au moins {value}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>de {low} à {high}</translation>
    </message>
    <message>
        <source>Share of IT power, {family}</source>
        <translation>Part de la puissance IT, {family}</translation>
    </message>
    <message>
        <source>{assumption} below {value} {unit} (now {now})</source>
        <translation>{assumption} sous {value} {unit} (ici {now})</translation>
    </message>
    <message>
        <source>{assumption} above {value} {unit} (now {now})</source>
        <translation>{assumption} au-dessus de {value} {unit} (ici {now})</translation>
    </message>
    <message>
        <source>Of {told} statements that this plan can be held against, {holds} hold, {off} are off and {contradicted} are contradicted; {context} are context.</source>
        <translation>Des {told} affirmations auxquelles ce plan se mesure, {holds} tiennent, {off} s’écartent et {contradicted} sont contredites&#x202f;; {context} sont du contexte.</translation>
    </message>
    <message>
        <source>none is needed for facts</source>
        <translation>il n’en faut pas pour des faits</translation>
    </message>
</context>
<context>
    <name>EvidenceCommands</name>
    <message>
        <source>Assumptions and their sources</source>
        <translation>Hypothèses et leurs sources</translation>
    </message>
</context>
<context>
    <name>EvidenceForm</name>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Garder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Claims</source>
        <translation>Affirmations</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Registre</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>The announcement of October 2025</source>
        <translation>L’annonce d’octobre 2025</translation>
    </message>
    <message>
        <source>All eggs in one basket: NVIDIA only</source>
        <translation>Tous les œufs dans le même panier&#xa0;: NVIDIA seul</translation>
    </message>
    <message>
        <source>Starved of power</source>
        <translation>En manque de puissance</translation>
    </message>
    <message>
        <source>The plan as told in October 2025: $2.2 bn of revenue in 2025 growing sevenfold a year at first, a contract for up to one million TPUs, about a million TPUs and 1.2 GW of facility power for them at the end of 2026, tens of billions of dollars committed, Trainium2 from Project Rainier second and NVIDIA GPUs third. Chip supply is the limit in 2025, power late in 2026, supply again until the end of 2029, then demand.</source>
        <translation>Le plan tel qu’annoncé en octobre 2025&#xa0;: 2,2 milliards de dollars de revenus en 2025, multipliés d’abord par sept chaque année, un contrat pour jusqu’à un million de TPU, environ un million de TPU et 1,2 GW de puissance pour eux fin 2026, des dizaines de milliards de dollars engagés, puis les Trainium2 du projet Rainier et enfin les GPU de NVIDIA. L’offre de puces est la limite en 2025, la puissance fin 2026, de nouveau l’offre jusqu’à la fin de 2029, puis la demande.</translation>
    </message>
    <message>
        <source>The public record, but from October 2026 on NVIDIA GPUs alone are bought: of the other families only what was begun by then still comes. An assumed contract stands for the rest, at prices 15% higher. Supply is the limit throughout, more revenue goes unserved from 2027 on, at a higher cost, and with nothing to fall back on.</source>
        <translation>Les faits publics, mais à partir d’octobre 2026 seuls des GPU de NVIDIA sont achetés&#xa0;: des autres familles ne vient plus que ce qui avait commencé. Un contrat supposé tient lieu du reste, à des prix 15&#xa0;% plus élevés. L’offre est la limite d’un bout à l’autre, davantage de revenus sont perdus à partir de 2027, à un coût plus élevé et sans solution de repli.</translation>
    </message>
    <message>
        <source>The public record, but power planned after September 2026 comes 12 months late and then grows by 2 instead of 3.2 GW a year. Firm deliveries are paid for and stand idle, old chips make way for new ones, and compute per watt is what counts.</source>
        <translation>Les faits publics, mais la puissance prévue après septembre 2026 arrive avec 12 mois de retard, puis croît de 2 GW par an au lieu de 3,2. Les livraisons fermes sont payées et restent à l’arrêt, les vieilles puces font place à des neuves, et c’est le calcul par watt qui compte.</translation>
    </message>
    <message>
        <source>The public record of November 2026</source>
        <translation>Les faits publics de novembre 2026</translation>
    </message>
    <message>
        <source>Run-rate revenue from $1 bn in January 2025 to $65 bn in July 2026 as reported; 1.2 GW and 1.1 million H100e at the end of 2025, near Epoch AI&apos;s estimate, and 3.5 GW at the end of 2026. Then the contracts and sites of the record with Google and Broadcom, Amazon and the NVIDIA clouds. History was served; from September 2026 on chips in hand are the limit: when a supplier fails, there is little to fall back on.</source>
        <translation>Un rythme annuel de revenus de 1 milliard de dollars en janvier 2025 à 65 milliards en juillet 2026, tel que publié&#x202f;; 1,2 GW et 1,1 million de H100e fin 2025, près de l’estimation d’Epoch AI, et 3,5 GW fin 2026. Puis les contrats et les sites connus avec Google et Broadcom, Amazon et les clouds NVIDIA. Le passé a été servi&#x202f;; à partir de septembre 2026 les puces disponibles sont la limite&#xa0;: quand un fournisseur fait défaut, il y a peu de repli.</translation>
    </message>
</context>
<context>
    <name>ExceedanceCurve</name>
    <message>
        <source>Share of worlds that are at least as bad</source>
        <translation>Part des mondes au moins aussi mauvais</translation>
    </message>
    <message>
        <source>In {share} of worlds it is {value} or more</source>
        <translation>Dans {share} des mondes&#xa0;: {value} ou plus</translation>
    </message>
    <message>
        <source>In {share} of worlds it is {value} or less</source>
        <translation>Dans {share} des mondes&#xa0;: {value} ou moins</translation>
    </message>
    <message>
        <source>in the baseline&apos;s, {value}</source>
        <translation>dans ceux de la référence, {value}</translation>
    </message>
    <message>
        <source>In fewer than {share} of worlds it is more than {value}</source>
        <translation>C’est plus de {value} dans moins de {share} des mondes</translation>
    </message>
    <message>
        <source>so it is in the baseline</source>
        <translation>de même dans la référence</translation>
    </message>
    <message>
        <source>in the baseline it is {value} or more in {share}</source>
        <translation>dans la référence, {value} ou plus dans {share}</translation>
    </message>
    <message>
        <source>Up and Down read other shares.</source>
        <translation>Haut et Bas lisent d’autres parts.</translation>
    </message>
    <message>
        <source>The worst worlds are listed beside it.</source>
        <translation>Les pires mondes sont énumérés à côté.</translation>
    </message>
    <message>
        <source>It is {value} in every world</source>
        <translation>Dans tous les mondes&#xa0;: {value}</translation>
    </message>
    <message>
        <source>in half of the baseline&apos;s it is {value} or less</source>
        <translation>dans la moitié de ceux de la référence, {value} ou moins</translation>
    </message>
    <message>
        <source>in each of the baseline&apos;s it is {value}</source>
        <translation>dans tous ceux de la référence, {value}</translation>
    </message>
    <message>
        <source>in half of the baseline&apos;s it is {value}</source>
        <translation>dans la moitié de ceux de la référence, {value}</translation>
    </message>
    <message>
        <source>in half of the baseline&apos;s it is {value} or more</source>
        <translation>dans la moitié de ceux de la référence, {value} ou plus</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>le plan</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>référence</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>What binds</source>
        <translation>Ce qui limite</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>the picture could not be made</source>
        <translation>l’image n’a pas pu être produite</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Copied “{title}”: picture and data</source>
        <translation>«&#xa0;{title}&#xa0;» copié&#xa0;: image et données</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>Enregistré&#xa0;: {path}</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>Rien n’a été exporté</translation>
    </message>
    <message>
        <source>Exported {file}</source>
        <translation>Exporté&#xa0;: {file}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>et&#xa0;%n autre fichier</numerusform>
            <numerusform>et&#xa0;%n autres fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>Afficher le &amp;dossier</translation>
    </message>
    <message>
        <source>“{file}” is there already.</source>
        <translation>«&#xa0;{file}&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
</context>
<context>
    <name>FamilyRow</name>
    <message>
        <source>percent</source>
        <translation>pour cent</translation>
    </message>
    <message>
        <source>Map of all mixes</source>
        <translation>Carte de tous les mix</translation>
    </message>
    <message>
        <source>Set the mix by a puck over a map of what each mix comes to</source>
        <translation>Réglez le mix en déplaçant un palet sur la carte de ce que donne chaque mix</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>“{file}” was not opened: a question is still waiting.</source>
        <translation>«&#xa0;{file}&#xa0;» n’a pas été ouvert&#xa0;: une question attend encore.</translation>
    </message>
    <message>
        <source>The scenario that {file} carries; it has no file of its own yet</source>
        <translation>Le scénario que porte {file}&#x202f;; il n’a pas encore de fichier à lui</translation>
    </message>
    <message>
        <source>“{file}” is there already.</source>
        <translation>«&#xa0;{file}&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation>Enregistré&#xa0;: {}</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
    <message>
        <source>This is a copy now, “{name}”; it has no file yet.</source>
        <translation>C’est désormais une copie, «&#xa0;{name}&#xa0;»&#x202f;; elle n’a pas encore de fichier.</translation>
    </message>
    <message>
        <source>Headroom scenarios</source>
        <translation>Scénarios Headroom</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>E&amp;xemples</translation>
    </message>
    <message>
        <source>Opening “{file}”…</source>
        <translation>Ouverture de «&#xa0;{file}&#xa0;»…</translation>
    </message>
    <message>
        <source>Saving “{file}”…</source>
        <translation>Enregistrement de «&#xa0;{file}&#xa0;»…</translation>
    </message>
    <message>
        <source>Begin with {name}</source>
        <translation>Commencer par {name}</translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message>
        <source>Milestones; left and right walk them</source>
        <translation>Jalons&#x202f;; gauche et droite les parcourent</translation>
    </message>
</context>
<context>
    <name>Foreign</name>
    <message>
        <source>a PNG picture</source>
        <translation>une image PNG</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>une image JPEG</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>une image GIF</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>une image BMP</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>une image TIFF</translation>
    </message>
    <message>
        <source>a WebP picture</source>
        <translation>une image WebP</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un document PDF</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>un document PostScript</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>un document RTF</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>un document Office</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>un fichier OpenDocument</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>une archive ZIP</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>un ancien document Office</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>une archive</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>une base de données</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>un programme</translation>
    </message>
    <message>
        <source>a web page (HTML)</source>
        <translation>une page web (HTML)</translation>
    </message>
    <message>
        <source>an SVG picture</source>
        <translation>une image SVG</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>un document XML</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>a CSV table</source>
        <translation>un tableau CSV</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a text in UTF-16</source>
        <translation>un texte en UTF-16</translation>
    </message>
    <message>
        <source>a text in UTF-32</source>
        <translation>un texte en UTF-32</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>is {kind}, not a scenario</source>
        <translation>est {kind}, pas un scénario</translation>
    </message>
</context>
<context>
    <name>Foresight</name>
    <message>
        <source>{price} per PFLOP-hour</source>
        <translation>{price} par pétaflop-heure</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Coût unitaire</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Facility power</source>
        <translation>Puissance des sites</translation>
    </message>
    <message>
        <source>Unserved revenue so far</source>
        <translation>Revenus non servis à ce jour</translation>
    </message>
    <message>
        <source>Commitment so far</source>
        <translation>Engagements à ce jour</translation>
    </message>
    <message>
        <source>Undefined here</source>
        <translation>Non défini ici</translation>
    </message>
    <message>
        <source>{measure} in {month}</source>
        <translation>{measure} en {month}</translation>
    </message>
    <message>
        <source>{measure}: {value} wherever this lever stands.</source>
        <translation>{measure}&#xa0;: {value} où que soit ce levier.</translation>
    </message>
    <message>
        <source>{measure}: {low} to {high} along this lever; lowest at {place}.</source>
        <translation>{measure}&#xa0;: {low} à {high} le long de ce levier&#x202f;; minimum à {place}.</translation>
    </message>
    <message>
        <source>{measure}: {low} to {high} along this lever; highest at {place}.</source>
        <translation>{measure}&#xa0;: {low} à {high} le long de ce levier&#x202f;; maximum à {place}.</translation>
    </message>
    <message>
        <source>{limit} from {place}</source>
        <translation>{limit} dès {place}</translation>
    </message>
    <message>
        <source>What binds: {first}, {then}.</source>
        <translation>Ce qui limite&#xa0;: {first}, {then}.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Shortfall risk</source>
        <translation>Risque de déficit</translation>
    </message>
</context>
<context>
    <name>FrontChart</name>
    <message>
        <source>The sweep has kept no cost and unserved revenue.</source>
        <translation>Le balayage n’a conservé ni coût ni revenus non servis.</translation>
    </message>
</context>
<context>
    <name>Goal</name>
    <message>
        <source>to {value} {unit}</source>
        <translation>à {value} {unit}</translation>
    </message>
    <message>
        <source>drag to a target</source>
        <translation>tirez vers une cible</translation>
    </message>
    <message>
        <source>costs nothing more</source>
        <translation>ne coûte rien de plus</translation>
    </message>
    <message>
        <source>costs {amount} more</source>
        <translation>coûte {amount} de plus</translation>
    </message>
    <message>
        <source>costs {amount} less</source>
        <translation>coûte {amount} de moins</translation>
    </message>
    <message>
        <source>(± {amount})</source>
        <translation>(± {amount})</translation>
    </message>
    <message>
        <source>short in {chance} of the worlds, now in {before}</source>
        <translation>en déficit dans {chance} des mondes, contre {before} maintenant</translation>
    </message>
    <message>
        <source>met in {chance} of the worlds, now in {before}</source>
        <translation>atteint dans {chance} des mondes, contre {before} maintenant</translation>
    </message>
    <message>
        <source>leads to {value}</source>
        <translation>mène à {value}</translation>
    </message>
    <message>
        <source>Looking for changes …</source>
        <translation>Recherche de changements…</translation>
    </message>
    <message>
        <source>Stopped before anything was found.</source>
        <translation>Arrêté avant d’avoir rien trouvé.</translation>
    </message>
    <message>
        <source>No lever reaches it alone; looking for several together …</source>
        <translation>Aucun levier n’y mène seul&#x202f;; recherche de plusieurs ensemble…</translation>
    </message>
    <message>
        <source>It is there already.</source>
        <translation>Il y est déjà.</translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) to get there, the least change first.</source>
        <translation>
            <numerusform>%n façon d’y arriver, le moindre changement d’abord.</numerusform>
            <numerusform>%n façons d’y arriver, le moindre changement d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>One way to get there.</source>
        <translation>Une façon d’y arriver.</translation>
    </message>
    <message>
        <source>Stopped: there may be smaller ones.</source>
        <translation>Arrêté&#xa0;: il y en a peut-être de moindres.</translation>
    </message>
    <message>
        <source>Looking for smaller ones …</source>
        <translation>Recherche de moindres changements…</translation>
    </message>
    <message>
        <source>Every decision is locked.</source>
        <translation>Toutes les décisions sont verrouillées.</translation>
    </message>
    <message>
        <source>No decision that is free moves this number.</source>
        <translation>Aucune décision libre ne fait bouger ce nombre.</translation>
    </message>
    <message>
        <source>Out of reach of the decisions that are free: {value} at best.</source>
        <translation>Hors de portée des décisions libres&#xa0;: {value} au mieux.</translation>
    </message>
    <message>
        <source>No free decision leads there: {value} comes nearest.</source>
        <translation>Aucune décision libre n’y mène&#xa0;: {value} est au plus près.</translation>
    </message>
    <message>
        <source>It can&apos;t be met exactly: {value} comes nearest.</source>
        <translation>Impossible à atteindre exactement&#xa0;: {value} est au plus près.</translation>
    </message>
    <message>
        <source>Then {limit} binds.</source>
        <translation>Alors la limite est&#xa0;: {limit}.</translation>
    </message>
    <message>
        <source>Then no limit binds: all that is wanted is there.</source>
        <translation>Alors rien ne limite&#xa0;: tout ce qui est voulu est là.</translation>
    </message>
    <message>
        <source>At the end of the slider: {levers}.</source>
        <translation>En bout de course&#xa0;: {levers}.</translation>
    </message>
    <message>
        <source>Reach {value}</source>
        <translation>Atteindre {value}</translation>
    </message>
</context>
<context>
    <name>GoalBar</name>
    <message>
        <source>The number that is to reach a target</source>
        <translation>Le nombre qui doit atteindre une cible</translation>
    </message>
    <message>
        <source>in the month above</source>
        <translation>au mois ci-dessus</translation>
    </message>
    <message>
        <source>over the months to come</source>
        <translation>sur les mois à venir</translation>
    </message>
    <message>
        <source>Its months</source>
        <translation>Ses mois</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Give the goal up</source>
        <translation>Renoncer à la cible</translation>
    </message>
    <message>
        <source>Give the goal up (Esc)</source>
        <translation>Renoncer à la cible (Échap)</translation>
    </message>
    <message>
        <source>Bring</source>
        <translation>Amener</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Type what it should be.</source>
        <translation>Tapez ce qu’il doit être.</translation>
    </message>
</context>
<context>
    <name>Grade</name>
    <message>
        <source>vendor or filing</source>
        <translation>fournisseur ou document officiel</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>analyste</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>estimation</translation>
    </message>
</context>
<context>
    <name>Grounds</name>
    <message>
        <source>own: {source}</source>
        <translation>propre&#xa0;: {source}</translation>
    </message>
    <message>
        <source>no source: changed from the default</source>
        <translation>sans source&#xa0;: changé par rapport au défaut</translation>
    </message>
    <message>
        <source>It is computed from {all} values: {guesses} are guesses, {old} rest on what is over a year old.</source>
        <translation>Le calcul part de {all} valeurs&#xa0;: {guesses} sont des suppositions, {old} reposent sur plus d’un an.</translation>
    </message>
    <message>
        <source>None of them alone moves it within its plausible range.</source>
        <translation>Aucune d’elles ne le change à elle seule dans sa plage plausible.</translation>
    </message>
    <message>
        <source>The plan has next to none of it; those that bring most of it, as shares of the most that one alone brings, the weakest first:</source>
        <translation>Le plan n’en a presque pas&#xa0;; celles qui en amènent le plus, en parts du maximum qu’une seule amène, les plus faibles d’abord&#xa0;:</translation>
    </message>
    <message>
        <source>Those that move it most, the weakest first:</source>
        <translation>Celles qui le font le plus varier, les plus faibles d’abord&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Chip mix</source>
        <translation>Mix de puces</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Argent</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>Chips &amp; roadmap</source>
        <translation>Puces et feuille de route</translation>
    </message>
    <message>
        <source>Software &amp; utilisation</source>
        <translation>Logiciel et utilisation</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>Offre</translation>
    </message>
</context>
<context>
    <name>HedgeFrontier</name>
    <message>
        <source>Cost and unserved revenue of each mix</source>
        <translation>Coût et revenus non servis de chaque mix</translation>
    </message>
    <message>
        <source>economic cost, {unit} →</source>
        <translation>coût économique, {unit} →</translation>
    </message>
    <message>
        <source>↑ unserved in the worst 5%, {unit}</source>
        <translation>↑ non servis dans les pires 5&#xa0;%, {unit}</translation>
    </message>
</context>
<context>
    <name>HedgePart</name>
    <message>
        <source>The price of the hedge, and what it buys</source>
        <translation>Le prix de la couverture, et ce qu’elle achète</translation>
    </message>
    <message>
        <source>Mixes compared</source>
        <translation>Mix comparés</translation>
    </message>
    <message>
        <source>If a supplier fails</source>
        <translation>Si un fournisseur fait défaut</translation>
    </message>
    <message>
        <source>What each supplier&apos;s failure costs</source>
        <translation>Ce que coûte le défaut de chaque fournisseur</translation>
    </message>
    <message>
        <source>How concentrated</source>
        <translation>Concentration</translation>
    </message>
    <message>
        <source>Concentration by layer</source>
        <translation>Concentration par niveau</translation>
    </message>
    <message>
        <source>What can be walked away from</source>
        <translation>Ce qui peut être quitté</translation>
    </message>
    <message>
        <source>Full: what must be taken; pale: what need not be. When a contract ends follows from its term and notice; who may end it, its entry does not say. A click leads to the contracts.</source>
        <translation>Plein&#xa0;: ce qui doit être pris&#x202f;; pâle&#xa0;: ce qui ne le doit pas. La fin d’un contrat suit de sa durée et de son préavis&#x202f;; qui peut y mettre fin, son entrée ne le dit pas. Un clic mène aux contrats.</translation>
    </message>
    <message>
        <source>Contracts and their ends</source>
        <translation>Les contrats et leur fin</translation>
    </message>
    <message>
        <source>How concentrated in {month}: 10,000 is one supplier alone</source>
        <translation>Concentration en {month}&#xa0;: 10 000, c’est un fournisseur seul</translation>
    </message>
    <message>
        <source>Capacity, by family</source>
        <translation>Capacité, par famille</translation>
    </message>
    <message>
        <source>Power, by family</source>
        <translation>Puissance, par famille</translation>
    </message>
    <message>
        <source>Money signed for, by family</source>
        <translation>Engagements, par famille</translation>
    </message>
    <message>
        <source>Capacity, by foundry</source>
        <translation>Capacité, par fonderie</translation>
    </message>
    <message>
        <source>Power, by counterparty</source>
        <translation>Puissance, par contrepartie</translation>
    </message>
    <message numerus="yes">
        <source>as {count} equal one(s)</source>
        <translation>
            <numerusform>comme {count} part égale</numerusform>
            <numerusform>comme {count} parts égales</numerusform>
        </translation>
    </message>
    <message>
        <source>one alone</source>
        <translation>un seul</translation>
    </message>
    <message>
        <source>Behind the power: {names}.</source>
        <translation>Derrière la puissance&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>In {month}</source>
        <translation>En {month}</translation>
    </message>
    <message>
        <source>Free to leave</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Without deliveries no capacity is lost; with chips recalled the largest loss is that of {recall}, with {recalled} of capacity lost at worst.</source>
        <translation>Sans livraisons, aucune capacité n’est perdue&#x202f;; en cas de rappel, la plus lourde perte est celle de {recall}, {recalled} de la capacité au pire.</translation>
    </message>
    <message>
        <source>Without deliveries the largest loss is that of {stop}, with {stopped} of capacity lost at worst; with chips recalled none is lost.</source>
        <translation>Sans livraisons, la plus lourde perte est celle de {stop}, {stopped} de la capacité au pire&#x202f;; en cas de rappel, rien n’est perdu.</translation>
    </message>
    <message>
        <source>No supplier that fails costs any capacity.</source>
        <translation>Aucun fournisseur qui fait défaut ne coûte de capacité.</translation>
    </message>
    <message>
        <source>What can be walked away from: {free} of {whole} contracted are not firm</source>
        <translation>Ce qui peut être quitté&#xa0;: {free} sur {whole} sous contrat ne sont pas fermes</translation>
    </message>
    <message>
        <source>What can be walked away from: no contract brings anything in {month}</source>
        <translation>Ce qui peut être quitté&#xa0;: aucun contrat n’apporte rien en {month}</translation>
    </message>
    <message numerus="yes">
        <source>%n smaller one(s) not shown</source>
        <translation>
            <numerusform>%n contrat plus petit est omis</numerusform>
            <numerusform>%n contrats plus petits sont omis</numerusform>
        </translation>
    </message>
    <message>
        <source>no end is stated</source>
        <translation>aucune fin indiquée</translation>
    </message>
    <message>
        <source>{end}, past</source>
        <translation>{end}, passé</translation>
    </message>
    <message>
        <source>{end}, notice by {notice}</source>
        <translation>{end}, à dénoncer d’ici {notice}</translation>
    </message>
    <message>
        <source>{firm} of {whole} must be taken</source>
        <translation>{firm} sur {whole} doivent être pris</translation>
    </message>
    <message>
        <source>none of {whole} must be taken</source>
        <translation>rien des {whole} ne doit être pris</translation>
    </message>
    <message>
        <source>all of {whole} must be taken</source>
        <translation>tout doit être pris, soit {whole}</translation>
    </message>
    <message>
        <source>it has brought nothing yet</source>
        <translation>il n’a encore rien apporté</translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation>jusqu’en {when}</translation>
    </message>
    <message>
        <source>Without deliveries the largest loss is that of {stop}, with {stopped} of capacity lost at worst; with chips recalled it is that of {recall}, with {recalled}.</source>
        <translation>Sans livraisons, la plus grande perte vient avec {stop}&#xa0;: {stopped} de la capacité au pire&#x202f;; si des puces sont rappelées, elle vient avec {recall}&#xa0;: {recalled}.</translation>
    </message>
    <message>
        <source>Lost at worst</source>
        <translation>Perdu au pire</translation>
    </message>
    <message>
        <source>all of {whole} but {free} must be taken</source>
        <translation>tout doit être pris sauf {free}, sur {whole}</translation>
    </message>
    <message>
        <source>its term ended in {month}</source>
        <translation>durée échue&#xa0;: {month}</translation>
    </message>
    <message>
        <source>Unserved</source>
        <translation>Non servis</translation>
    </message>
    <message>
        <source>{family}, no deliveries</source>
        <translation>{family}, sans livraisons</translation>
    </message>
    <message>
        <source>{family}, recalled</source>
        <translation>{family}, rappel</translation>
    </message>
    <message>
        <source>{share} of capacity lost at worst, {lost} of revenue unserved</source>
        <translation>perte de {share} de la capacité au pire, {lost} de revenus non servis</translation>
    </message>
    <message>
        <source>{share} of capacity lost at worst, {lost} less of revenue unserved</source>
        <translation>perte de {share} de la capacité au pire, {lost} de revenus non servis de moins</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Against this mix</source>
        <translation>Face à ce mix</translation>
    </message>
    <message>
        <source>Unserved: expected, worst 5%</source>
        <translation>Non servis&#xa0;: attendus, pires 5&#xa0;%</translation>
    </message>
    <message>
        <source>Worst 5%</source>
        <translation>Pires 5&#xa0;%</translation>
    </message>
    <message>
        <source>this mix</source>
        <translation>ce mix</translation>
    </message>
    <message>
        <source>least regret</source>
        <translation>moindre regret</translation>
    </message>
    <message>
        <source>{family} alone</source>
        <translation>{family} seul</translation>
    </message>
    <message>
        <source>{unserved} unserved expected, {tail} in the worst 5% of worlds</source>
        <translation>{unserved} non servis attendus, {tail} dans les pires 5&#xa0;% des mondes</translation>
    </message>
    <message>
        <source>There is one family: nothing is hedged.</source>
        <translation>Il y a une seule famille&#xa0;: rien n’est couvert.</translation>
    </message>
    <message>
        <source>The mix does as {family} alone, the cheapest of the families.</source>
        <translation>Le mix fait comme {family} seul, la famille la moins chère.</translation>
    </message>
    <message>
        <source>The mix is {cost} cheaper than {family} alone, the cheapest of the families, and leaves as much unserved in the worst 5% of worlds.</source>
        <translation>Le mix coûte {cost} de moins que {family} seul, la famille la moins chère, et laisse autant de revenus non servis dans les pires 5&#xa0;% des mondes.</translation>
    </message>
    <message>
        <source>Against {family} alone, the cheapest, the mix costs {cost} more and leaves as much unserved in the worst 5% of worlds: as a hedge it buys nothing here.</source>
        <translation>Face à {family} seul, le choix le moins cher, le mix coûte {cost} de plus et laisse autant de revenus non servis dans les pires 5&#xa0;% des mondes&#xa0;: comme couverture, il n’achète rien ici.</translation>
    </message>
    <message>
        <source>The mix costs as much as {family} alone, the cheapest of the families, and leaves {tail} more unserved in the worst 5% of worlds.</source>
        <translation>Le mix coûte autant que {family} seul, la famille la moins chère, et laisse {tail} de revenus non servis de plus dans les pires 5&#xa0;% des mondes.</translation>
    </message>
    <message>
        <source>The mix costs as much as {family} alone, the cheapest of the families, and leaves {tail} less unserved in the worst 5% of worlds.</source>
        <translation>Le mix coûte autant que {family} seul, la famille la moins chère, et laisse {tail} de revenus non servis de moins dans les pires 5&#xa0;% des mondes.</translation>
    </message>
    <message>
        <source>Against {family} alone, the cheapest, the mix costs {cost} more and leaves {tail} less unserved in the worst 5% of worlds.</source>
        <translation>Face à {family} seul, le choix le moins cher, le mix coûte {cost} de plus et laisse {tail} de revenus non servis de moins dans les pires 5&#xa0;% des mondes.</translation>
    </message>
    <message>
        <source>Against {family} alone, the cheapest, the mix costs {cost} more and leaves {tail} more unserved in the worst 5% of worlds: as a hedge it buys nothing here.</source>
        <translation>Face à {family} seul, le choix le moins cher, le mix coûte {cost} de plus et laisse {tail} de revenus non servis de plus dans les pires 5&#xa0;% des mondes&#xa0;: comme couverture, il n’achète rien ici.</translation>
    </message>
    <message>
        <source>The mix is {cost} cheaper than {family} alone, the cheapest of the families, and leaves {tail} less unserved in the worst 5% of worlds.</source>
        <translation>Le mix coûte {cost} de moins que {family} seul, la famille la moins chère, et laisse {tail} de revenus non servis de moins dans les pires 5&#xa0;% des mondes.</translation>
    </message>
    <message>
        <source>The mix is {cost} cheaper than {family} alone, the cheapest of the families, and leaves {tail} more unserved in the worst 5% of worlds.</source>
        <translation>Le mix coûte {cost} de moins que {family} seul, la famille la moins chère, et laisse {tail} de revenus non servis de plus dans les pires 5&#xa0;% des mondes.</translation>
    </message>
    <message>
        <source>{family} alone would leave less unserved, {tail}.</source>
        <translation>{family} seul laisserait moins de revenus non servis, {tail}.</translation>
    </message>
    <message>
        <source>Either way the largest loss is that of {stop}: at worst {stopped} of capacity without deliveries, {recalled} with chips recalled.</source>
        <translation>Dans les deux cas, la plus grande perte vient avec {stop}&#xa0;: au pire {stopped} de la capacité sans livraisons, {recalled} si des puces sont rappelées.</translation>
    </message>
    <message>
        <source>What can be walked away from: nothing, all {whole} contracted are firm</source>
        <translation>Ce qui peut être quitté&#xa0;: rien, les {whole} sous contrat sont fermes</translation>
    </message>
    <message>
        <source>What can be walked away from: all {whole} contracted, none is firm</source>
        <translation>Ce qui peut être quitté&#xa0;: les {whole} sous contrat, rien n’est ferme</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Start here</source>
        <translation>Commencez ici</translation>
    </message>
    <message>
        <source>Using Headroom</source>
        <translation>Utiliser Headroom</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Le modèle</translation>
    </message>
    <message>
        <source>Levers</source>
        <translation>Leviers</translation>
    </message>
    <message>
        <source>Charts and outputs</source>
        <translation>Graphiques et résultats</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>What&apos;s new</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Data under a licence</source>
        <translation>Données sous licence</translation>
    </message>
    <message>
        <source>The chip catalogue</source>
        <translation>Le catalogue des puces</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Puce</translation>
    </message>
    <message>
        <source>Delivered from</source>
        <translation>Livrée dès</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>The levers</source>
        <translation>Les leviers</translation>
    </message>
    <message>
        <source>Lever</source>
        <translation>Levier</translation>
    </message>
    <message>
        <source>What happened when</source>
        <translation>Ce qui s’est passé, et quand</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Every number has its source, and a grade for how good that is. Nothing here is secret knowledge: all of it is from public pages, filings, analysts, or a judgement that says it is one. Grades:</source>
        <translation>Chaque nombre a sa source, et une note pour sa qualité. Rien ici n’est un savoir secret&#xa0;: tout vient de pages publiques, de documents officiels, d’analystes, ou d’un jugement qui se donne pour tel. Qualités&#xa0;:</translation>
    </message>
    <message>
        <source>Chip specifications, prices, power and sales are partly from Epoch AI, “Data on AI chips” and “Frontier data centers”, epoch.ai/data, licensed CC BY 4.0 ([creativecommons.org/licenses/by/4.0](https://creativecommons.org/licenses/by/4.0/)); figures were rounded and combined with others. Colours are those of Okabe and Ito, “Color Universal Design”, 2008.</source>
        <translation>Les caractéristiques, prix, puissances et ventes des puces viennent en partie d’Epoch AI, «&#xa0;Data on AI chips&#xa0;» et «&#xa0;Frontier data centers&#xa0;», epoch.ai/data, sous licence CC BY 4.0 ([creativecommons.org/licenses/by/4.0](https://creativecommons.org/licenses/by/4.0/))&#x202f;; les chiffres ont été arrondis et combinés à d’autres. Les couleurs sont celles d’Okabe et Ito, «&#xa0;Color Universal Design&#xa0;», 2008.</translation>
    </message>
    <message>
        <source>Speed is the larger of a chip&apos;s dense 8-bit peaks, power is all of the IT power that comes with it, price is that of a whole cluster without the building. A scenario carries its own copy of the catalogue.</source>
        <translation>La vitesse est la plus grande des pointes denses en 8 bits d’une puce, la puissance est toute la puissance IT qui l’accompagne, le prix est celui d’une grappe entière sans le bâtiment. Un scénario porte sa propre copie du catalogue.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliothèques</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c’est</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Other parts</source>
        <translation>Autres composants</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Where its licence is</source>
        <translation>Où est sa licence</translation>
    </message>
    <message>
        <source>Qt and the LGPL</source>
        <translation>Qt et la LGPL</translation>
    </message>
    <message>
        <source>Replacing the libraries</source>
        <translation>Remplacer les bibliothèques</translation>
    </message>
    <message>
        <source>in the folder _internal/licences of the app</source>
        <translation>dans le dossier _internal/licences de l’application</translation>
    </message>
    <message>
        <source>Font: Inter</source>
        <translation>Police&#xa0;: Inter</translation>
    </message>
    <message>
        <source>Data: Epoch AI</source>
        <translation>Données&#xa0;: Epoch AI</translation>
    </message>
    <message>
        <source>Starter of the frozen app: PyInstaller</source>
        <translation>Lanceur de l’application figée&#xa0;: PyInstaller</translation>
    </message>
    <message>
        <source>GPL-2.0-or-later with an exception that leaves the app its own licence</source>
        <translation>GPL-2.0 ou ultérieure, avec une exception qui laisse à l’application sa propre licence</translation>
    </message>
    <message>
        <source>Headroom itself is under the MIT licence: use it, change it, pass it on, with its notice. It stands on the parts below, each under its own licence. The app that starts with a double click has all the licences as they came, in its folder `_internal/licences`.</source>
        <translation>Headroom lui-même est sous licence MIT&#xa0;: utilisez-le, modifiez-le, transmettez-le, avec sa mention. Il repose sur les composants ci-dessous, chacun sous sa propre licence. L’application qui démarre d’un double clic contient toutes les licences d’origine dans son dossier `_internal/licences`.</translation>
    </message>
    <message>
        <source>Headroom uses Qt and PySide6 under the GNU Lesser General Public License, version 3. They are unchanged and stand beside Headroom as libraries of their own, so you may replace them with your own builds, and study Headroom to do so. Their source is at [download.qt.io](https://download.qt.io/official_releases/QtForPython/pyside6/).</source>
        <translation>Headroom utilise Qt et PySide6 sous la GNU Lesser General Public License, version 3. Ils sont inchangés et restent des bibliothèques à part, à côté de Headroom&#xa0;: vous pouvez donc les remplacer par vos propres versions, et étudier Headroom pour le faire. Leur source est sur [download.qt.io](https://download.qt.io/official_releases/QtForPython/pyside6/).</translation>
    </message>
    <message>
        <source>From source: install another PySide6 of the same major version into Headroom&apos;s environment with pip. In the app: put your own builds of the Qt and PySide6 libraries in the place of the files of the same names, in its folder `_internal/PySide6`; Headroom finds them at its next start. `headroom self-test` tells whether they fit.</source>
        <translation>Depuis les sources&#xa0;: installez avec pip un autre PySide6 de la même version majeure dans l’environnement de Headroom. Dans l’application&#xa0;: mettez vos propres bibliothèques Qt et PySide6 à la place des fichiers de mêmes noms, dans son dossier `_internal/PySide6`&#x202f;; Headroom les trouve au prochain démarrage. `headroom self-test` dit si elles conviennent.</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Ce qu’elles font</translation>
    </message>
    <message>
        <source>A lever</source>
        <translation>Un levier</translation>
    </message>
    <message>
        <source>The field of a lever</source>
        <translation>Le champ d’un levier</translation>
    </message>
    <message>
        <source>The triangle of the chip mix</source>
        <translation>Le triangle du mix de puces</translation>
    </message>
    <message>
        <source>The timeline</source>
        <translation>La frise</translation>
    </message>
    <message>
        <source>Known revenue on the demand curve</source>
        <translation>Le revenu connu, sur la courbe de demande</translation>
    </message>
    <message>
        <source>Charts and pages</source>
        <translation>Graphiques et pages</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Cette aide</translation>
    </message>
    <message>
        <source>a step; on a logarithmic scale one percent</source>
        <translation>un pas&#x202f;; un pour cent sur une échelle logarithmique</translation>
    </message>
    <message>
        <source>ten steps</source>
        <translation>dix pas</translation>
    </message>
    <message>
        <source>a tenth of a step</source>
        <translation>un dixième de pas</translation>
    </message>
    <message>
        <source>a tenth of the scale</source>
        <translation>un dixième de l’échelle</translation>
    </message>
    <message>
        <source>{key} or the right button</source>
        <translation>{key} ou le bouton droit</translation>
    </message>
    <message>
        <source>gives a drag up: back to where it began</source>
        <translation>abandonne un glissement&#xa0;: retour au point de départ</translation>
    </message>
    <message>
        <source>Shift while dragging</source>
        <translation>Maj en glissant</translation>
    </message>
    <message>
        <source>finer; so it is far above or below the slider</source>
        <translation>plus fin&#x202f;; de même loin au-dessus ou au-dessous du curseur</translation>
    </message>
    <message>
        <source>the default, marked by a tick below the slider</source>
        <translation>la valeur par défaut, marquée d’un trait sous le curseur</translation>
    </message>
    <message>
        <source>the first family gains or gives, the others in proportion</source>
        <translation>la première famille gagne ou cède, les autres en proportion</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>double clic</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>molette</translation>
    </message>
    <message>
        <source>steps, where the lever has the keys; else it scrolls</source>
        <translation>des pas, quand le levier a le clavier&#x202f;; sinon elle fait défiler</translation>
    </message>
    <message>
        <source>takes what is typed</source>
        <translation>prend ce qui est tapé</translation>
    </message>
    <message>
        <source>gives it up</source>
        <translation>y renonce</translation>
    </message>
    <message>
        <source>a step, with Shift ten, with Ctrl a tenth</source>
        <translation>un pas, dix avec Maj, un dixième avec Ctrl</translation>
    </message>
    <message>
        <source>units, powers of ten, percents and sums are understood</source>
        <translation>unités, puissances de dix, pour cent et sommes sont compris</translation>
    </message>
    <message>
        <source>shares between the other two</source>
        <translation>partage entre les deux autres</translation>
    </message>
    <message>
        <source>the default mix</source>
        <translation>le mix par défaut</translation>
    </message>
    <message>
        <source>gives a drag up</source>
        <translation>abandonne un glissement</translation>
    </message>
    <message>
        <source>a month earlier, a month later</source>
        <translation>un mois plus tôt, un mois plus tard</translation>
    </message>
    <message>
        <source>its end; with Alt its beginning</source>
        <translation>sa fin&#x202f;; avec Alt son début</translation>
    </message>
    <message>
        <source>more or less: five points of its share, with Shift one</source>
        <translation>plus ou moins&#xa0;: cinq points de sa part, avec Maj un seul</translation>
    </message>
    <message>
        <source>the bar before, the bar after</source>
        <translation>la barre d’avant, la barre d’après</translation>
    </message>
    <message>
        <source>the lane above, the lane below</source>
        <translation>la ligne du dessus, celle du dessous</translation>
    </message>
    <message>
        <source>all bars, one after the other</source>
        <translation>toutes les barres, l’une après l’autre</translation>
    </message>
    <message>
        <source>the first and the last bar of the lane</source>
        <translation>la première et la dernière barre de la ligne</translation>
    </message>
    <message>
        <source>all that a bar says, in fields</source>
        <translation>tout ce que dit une barre, dans des champs</translation>
    </message>
    <message>
        <source>one more in the lane</source>
        <translation>une de plus sur la ligne</translation>
    </message>
    <message>
        <source>takes it away</source>
        <translation>la supprime</translation>
    </message>
    <message>
        <source>copies, cuts and pastes a bar</source>
        <translation>copie, coupe et colle une barre</translation>
    </message>
    <message>
        <source>Ctrl while dragging</source>
        <translation>Ctrl en glissant</translation>
    </message>
    <message>
        <source>drags a copy</source>
        <translation>glisse une copie</translation>
    </message>
    <message>
        <source>drag on an empty place</source>
        <translation>tirer sur une place vide</translation>
    </message>
    <message>
        <source>draws one more there</source>
        <translation>y trace une barre de plus</translation>
    </message>
    <message>
        <source>opens a bar, or adds one</source>
        <translation>ouvre une barre, ou en ajoute une</translation>
    </message>
    <message>
        <source>one percent more or less, with Shift ten</source>
        <translation>un pour cent de plus ou de moins, avec Maj dix</translation>
    </message>
    <message>
        <source>a month earlier or later, with Shift a year</source>
        <translation>un mois plus tôt ou plus tard, avec Maj un an</translation>
    </message>
    <message>
        <source>the point before, the point after</source>
        <translation>le point d’avant, le point d’après</translation>
    </message>
    <message>
        <source>one more point on the curve</source>
        <translation>un point de plus sur la courbe</translation>
    </message>
    <message>
        <source>takes it away; the first one stays</source>
        <translation>le supprime&#x202f;; le premier reste</translation>
    </message>
    <message>
        <source>its row of the table</source>
        <translation>sa ligne du tableau</translation>
    </message>
    <message>
        <source>sets a point there</source>
        <translation>y pose un point</translation>
    </message>
    <message>
        <source>finer</source>
        <translation>plus finement</translation>
    </message>
    <message>
        <source>while held: the baseline in place of the curves</source>
        <translation>tant qu’elle est tenue&#xa0;: la référence à la place des courbes</translation>
    </message>
    <message>
        <source>copies the chart: picture and numbers</source>
        <translation>copie le graphique&#xa0;: image et nombres</translation>
    </message>
    <message>
        <source>click or drag</source>
        <translation>clic ou glissement</translation>
    </message>
    <message>
        <source>chooses the month of the figures</source>
        <translation>choisit le mois des chiffres</translation>
    </message>
    <message>
        <source>opens help about what has the keys: a lever, a chart</source>
        <translation>ouvre l’aide sur ce qui a le clavier&#xa0;: un levier, un graphique</translation>
    </message>
    <message>
        <source>searches all pages of the help</source>
        <translation>cherche dans toutes les pages de l’aide</translation>
    </message>
    <message>
        <source>the page before, the page after</source>
        <translation>la page précédente, la page suivante</translation>
    </message>
    <message>
        <source>larger and smaller text</source>
        <translation>texte plus grand et plus petit</translation>
    </message>
    <message>
        <source>ends the search, then closes the help</source>
        <translation>termine la recherche, puis ferme l’aide</translation>
    </message>
    <message>
        <source>Each value of a scenario, with its key in files, its unit, what it may be, where its default comes from and how good that is: A is a vendor&apos;s word or a filing, B an analyst&apos;s figure, C an estimate of ours.</source>
        <translation>Chaque valeur d’un scénario, avec sa clé dans les fichiers, son unité, ce qu’elle peut valoir, d’où vient sa valeur par défaut et la qualité de cette source&#xa0;: A est la parole d’un fournisseur ou un document officiel, B le chiffre d’un analyste, C une estimation de notre part.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>logarithmic scale</source>
        <translation>échelle logarithmique</translation>
    </message>
    <message>
        <source>default {value}</source>
        <translation>par défaut {value}</translation>
    </message>
    <message>
        <source>Source, grade {grade} ({meaning}): {source}</source>
        <translation>Source, qualité {grade} ({meaning})&#xa0;: {source}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Draws: {outputs}.</source>
        <translation>Trace&#xa0;: {outputs}.</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>One value for each month; the key is the column&apos;s name in CSV files, with the family&apos;s name behind it where there is one for each family. Flows belong to their month, stocks are those of its end.</source>
        <translation>Une valeur par mois&#x202f;; la clé est le nom de la colonne dans les fichiers CSV, suivie du nom de la famille quand il y en a une par famille. Les flux appartiennent à leur mois, les stocks sont ceux de sa fin.</translation>
    </message>
    <message>
        <source>also by family</source>
        <translation>aussi par famille</translation>
    </message>
    <message numerus="yes">
        <source>%n section(s) found</source>
        <translation>
            <numerusform>%n section trouvée</numerusform>
            <numerusform>%n sections trouvées</numerusform>
        </translation>
    </message>
    <message>
        <source>may be left out</source>
        <translation>facultatif</translation>
    </message>
    <message>
        <source>A table of shocks, sites, contracts or revenue</source>
        <translation>Un tableau de chocs, de sites, de contrats ou de revenus</translation>
    </message>
    <message>
        <source>edits the cell; so does typing</source>
        <translation>modifie la case&#x202f;; écrire dessus aussi</translation>
    </message>
    <message>
        <source>lets go of what could not be taken</source>
        <translation>renonce à ce qui n’a pas pu être accepté</translation>
    </message>
    <message>
        <source>in a date: a month; with the page keys a year</source>
        <translation>dans une date&#xa0;: un mois&#x202f;; un an avec les touches de page</translation>
    </message>
    <message>
        <source>a new row at the end</source>
        <translation>une nouvelle ligne à la fin</translation>
    </message>
    <message>
        <source>a copy of the row</source>
        <translation>une copie de la ligne</translation>
    </message>
    <message>
        <source>deletes the rows that are selected</source>
        <translation>supprime les lignes sélectionnées</translation>
    </message>
    <message>
        <source>cells to a spreadsheet, and from it</source>
        <translation>des cases vers un tableur, et depuis lui</translation>
    </message>
    <message>
        <source>leaves the table</source>
        <translation>quitte le tableau</translation>
    </message>
    <message>
        <source>A line in lighter dashes is the baseline. Bands hold 90% and 50% of the drawn worlds. Any chart can be shown as a table, copied, or exported by its own menu.</source>
        <translation>La ligne plus claire en tirets est la référence. Les bandes contiennent 90&#xa0;% et 50&#xa0;% des mondes tirés au sort. Chaque graphique peut se montrer en tableau, se copier ou s’exporter par son propre menu.</translation>
    </message>
    <message>
        <source>the-timeline</source>
        <translation>la-frise</translation>
    </message>
    <message>
        <source>plan-and-odds</source>
        <translation>le-plan-et-ses-chances</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Balayages</translation>
    </message>
    <message>
        <source>the ends of the track</source>
        <translation>les bouts de la piste</translation>
    </message>
    <message>
        <source>its field: what is typed there is taken by Enter; Esc comes back</source>
        <translation>son champ&#x202f;: Entrée prend ce qui y est tapé, Échap en revient</translation>
    </message>
    <message>
        <source>its field, its lock and the rest; Tab goes on to the next lever</source>
        <translation>son champ, son cadenas et le reste&#x202f;; Tab va au levier suivant</translation>
    </message>
    <message>
        <source>the pages, in the order of the rail; the keys go there</source>
        <translation>les pages, dans l’ordre du rail&#x202f;; les touches y vont</translation>
    </message>
</context>
<context>
    <name>HelpBrowser</name>
    <message>
        <source>Page of the help</source>
        <translation>Page de l’aide</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>What is this? (F1)</source>
        <translation>Qu’est-ce que c’est&#x202f;? (F1)</translation>
    </message>
    <message>
        <source>Help about {lever}</source>
        <translation>Aide sur {lever}</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>Copied versions and the end of the log.</source>
        <translation>Versions et fin du journal copiées.</translation>
    </message>
    <message>
        <source>Headroom {}: a live scenario explorer for AI compute. It never uses the network.</source>
        <translation>Headroom {}&#xa0;: un explorateur de scénarios en direct pour le calcul de l’IA. Il n’utilise jamais le réseau.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help - Headroom</source>
        <translation>Aide - Headroom</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Chercher dans l’aide</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Précédent (Alt+Gauche)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Suivant (Alt+Droite)</translation>
    </message>
    <message>
        <source>Edge of the contents</source>
        <translation>Bord du sommaire</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Rien n’est trouvé</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Steps, the latest last</source>
        <translation>Étapes, la plus récente en dernier</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>À l’ouverture</translation>
    </message>
    <message>
        <source>Click a step, or walk with the arrow keys, to go back to it.</source>
        <translation>Cliquez sur une étape, ou parcourez-les avec les flèches, pour y revenir.</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>Expecting value</source>
        <translation>une valeur est attendue</translation>
    </message>
    <message>
        <source>Expecting &apos;,&apos; delimiter</source>
        <translation>le séparateur &apos;,&apos; est attendu</translation>
    </message>
    <message>
        <source>Expecting &apos;:&apos; delimiter</source>
        <translation>le séparateur &apos;:&apos; est attendu</translation>
    </message>
    <message>
        <source>Expecting property name enclosed in double quotes</source>
        <translation>un nom entre guillemets doubles est attendu</translation>
    </message>
    <message>
        <source>Unterminated string starting at</source>
        <translation>chaîne non terminée, commencée ici</translation>
    </message>
    <message>
        <source>Invalid control character at</source>
        <translation>caractère de contrôle non permis</translation>
    </message>
    <message>
        <source>Extra data</source>
        <translation>données superflues</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>PageUp</source>
        <translation>Page préc.</translation>
    </message>
    <message>
        <source>PageDown</source>
        <translation>Page suiv.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Inser</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Inser</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
</context>
<context>
    <name>Kpi</name>
    <message>
        <source>{amount} EFLOP/s</source>
        <translation>{amount}&#xa0;EFLOP/s</translation>
    </message>
    <message>
        <source>{amount} less than the baseline&apos;s {value}</source>
        <translation>{amount} de moins que la référence, {value}</translation>
    </message>
    <message>
        <source>{amount} more than the baseline&apos;s {value}</source>
        <translation>{amount} de plus que la référence, {value}</translation>
    </message>
    <message>
        <source>{count} M</source>
        <translation>{count} M</translation>
    </message>
    <message>
        <source>{count} k</source>
        <translation>{count} k</translation>
    </message>
    <message>
        <source>Capacity, EFLOP/s</source>
        <translation>Capacité, EFLOP/s</translation>
    </message>
    <message>
        <source>Facility power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>demand {value}</source>
        <translation>demande {value}</translation>
    </message>
    <message>
        <source>of {value}</source>
        <translation>sur {value}</translation>
    </message>
    <message>
        <source>Chips</source>
        <translation>Puces</translation>
    </message>
    <message>
        <source>Chips installed, by family.</source>
        <translation>Puces installées, par famille.</translation>
    </message>
    <message>
        <source>Committed so far</source>
        <translation>Engagé à ce jour</translation>
    </message>
    <message>
        <source>under {share}</source>
        <translation>moins de {share}</translation>
    </message>
    <message>
        <source>over {share}</source>
        <translation>plus de {share}</translation>
    </message>
    <message>
        <source>{amount} M EFLOP/s</source>
        <translation>{amount}&#xa0;M EFLOP/s</translation>
    </message>
    <message numerus="yes">
        <source>{points} point(s)</source>
        <translation>
            <numerusform>{points} point</numerusform>
            <numerusform>{points} points</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed from the first month to this one: chips and facilities bought, and rent over the whole term.</source>
        <translation>Signé du premier mois à celui-ci&#xa0;: puces et sites achetés, et loyers sur toute leur durée.</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Coût unitaire</translation>
    </message>
    <message>
        <source>per PFLOP-hour</source>
        <translation>par PFLOP-heure</translation>
    </message>
    <message>
        <source>{amount}/mo lost</source>
        <translation>{amount}/mois perdus</translation>
    </message>
    <message>
        <source>all is served</source>
        <translation>tout est servi</translation>
    </message>
    <message>
        <source>of a short month</source>
        <translation>pour ce mois-ci</translation>
    </message>
    <message>
        <source>Demand served</source>
        <translation>Demande servie</translation>
    </message>
    <message>
        <source>Shortfall risk</source>
        <translation>Risque de déficit</translation>
    </message>
    <message>
        <source>The share of drawn worlds in which more of the month&apos;s demand than the tolerance goes unserved.</source>
        <translation>Part des mondes tirés où la demande non servie du mois dépasse la tolérance.</translation>
    </message>
    <message>
        <source>{sign} claim {claim}: {verdict}</source>
        <translation>{sign} annonce {claim}&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>{sign} claim {verdict}</source>
        <translation>{sign} annonce {verdict}</translation>
    </message>
    <message>
        <source>It is met in {count}.</source>
        <translation>Annonce tenue dans {count}.</translation>
    </message>
    <message>
        <source>{family} chips</source>
        <translation>Puces {family}</translation>
    </message>
    <message>
        <source>Chips installed of the family that the story is about.</source>
        <translation>Puces installées de la famille dont parle l’annonce.</translation>
    </message>
    <message>
        <source>since {month}</source>
        <translation>depuis {month}</translation>
    </message>
</context>
<context>
    <name>KpiStrip</name>
    <message>
        <source>Month of the figures</source>
        <translation>Mois des chiffres</translation>
    </message>
</context>
<context>
    <name>LaneTables</name>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
</context>
<context>
    <name>LanesCanvas</name>
    <message>
        <source>Timeline: shocks, contracts and sites; arrows move what is chosen</source>
        <translation>Frise&#xa0;: chocs, contrats et sites&#x202f;; les flèches déplacent ce qui est choisi</translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message>
        <source>Unfold the timeline</source>
        <translation>Déplier la frise</translation>
    </message>
    <message numerus="yes">
        <source>%n more: make the timeline higher to see them</source>
        <translation>
            <numerusform>%n de plus&#xa0;: agrandissez la frise pour la voir</numerusform>
            <numerusform>%n de plus&#xa0;: agrandissez la frise pour les voir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerPart</name>
    <message>
        <source>What assumptions are weighed by</source>
        <translation>Ce à quoi les hypothèses se pèsent</translation>
    </message>
    <message>
        <source>for the mix</source>
        <translation>pour le mix</translation>
    </message>
    <message>
        <source>for the contracts</source>
        <translation>pour les contrats</translation>
    </message>
    <message>
        <source>The decision that knowing is worth something to</source>
        <translation>La décision que le savoir éclaire</translation>
    </message>
    <message>
        <source>Which assumptions</source>
        <translation>Quelles hypothèses</translation>
    </message>
    <message>
        <source>search</source>
        <translation>chercher</translation>
    </message>
    <message>
        <source>Search the assumptions</source>
        <translation>Chercher parmi les hypothèses</translation>
    </message>
    <message>
        <source>XLSX…</source>
        <translation>XLSX…</translation>
    </message>
    <message>
        <source>The ledger as a workbook, with every source</source>
        <translation>Le registre en classeur, avec toutes les sources</translation>
    </message>
    <message>
        <source>Every assumption and its source</source>
        <translation>Chaque hypothèse et sa source</translation>
    </message>
    <message>
        <source>Say where the value comes from: it is saved with the scenario</source>
        <translation>Dire d’où vient la valeur&#xa0;: c’est enregistré avec le scénario</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Hypothèse</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>10 to 90%</source>
        <translation>10 à 90&#xa0;%</translation>
    </message>
    <message>
        <source>How far it may plausibly lie either way</source>
        <translation>Jusqu’où elle peut plausiblement aller de part et d’autre</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>Pèse</translation>
    </message>
    <message>
        <source>How much of the measure it moves, at most</source>
        <translation>Quelle part de la mesure elle déplace, au plus</translation>
    </message>
    <message>
        <source>To know it</source>
        <translation>Le savoir</translation>
    </message>
    <message>
        <source>What knowing it would save, before the decision is made</source>
        <translation>Ce que le savoir épargnerait, avant de décider</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>A vendor or filing, B analyst, C press or estimate</source>
        <translation>A fournisseur ou dépôt, B analyste, C presse ou estimation</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Months since then</source>
        <translation>Mois depuis lors</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>{all} assumptions: {guesses} are guesses, {old} rest on what is over a year old</source>
        <translation>{all} hypothèses&#xa0;: {guesses} sont des suppositions, {old} reposent sur plus d’un an</translation>
    </message>
    <message>
        <source>Source: {source}; grade {grade}.</source>
        <translation>Source&#xa0;: {source}&#x202f;; qualité {grade}.</translation>
    </message>
    <message>
        <source>{producer}: {title}. Read {accessed}; licence: {licence}.</source>
        <translation>{producer}&#xa0;: {title}. Lu le {accessed}&#x202f;; licence&#xa0;: {licence}.</translation>
    </message>
    <message>
        <source>own: {source}</source>
        <translation>propre&#xa0;: {source}</translation>
    </message>
    <message>
        <source>none yet; the default&apos;s: {source}</source>
        <translation>aucune encore&#x202f;; celle du défaut&#xa0;: {source}</translation>
    </message>
    <message>
        <source>Change its source…</source>
        <translation>Changer sa source…</translation>
    </message>
    <message>
        <source>Write its source…</source>
        <translation>Écrire sa source…</translation>
    </message>
    <message>
        <source>Changed from the default, and nobody says where it comes from: it counts as a guess until its source is written.</source>
        <translation>Changée par rapport au défaut, et personne ne dit d’où elle vient&#xa0;: elle compte comme une supposition tant que sa source n’est pas écrite.</translation>
    </message>
    <message>
        <source>Own source: {source}; grade {grade}.</source>
        <translation>Source propre&#xa0;: {source}&#x202f;; qualité {grade}.</translation>
    </message>
    <message>
        <source>Knowing it better would change no decision of the kind chosen.</source>
        <translation>Mieux la connaître ne changerait aucune décision de ce genre.</translation>
    </message>
    <message>
        <source>Knowing it before the decision would be worth {worth}.</source>
        <translation>La connaître avant de décider vaudrait {worth}.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Click hides or shows it; with Alt it is shown alone</source>
        <translation>Un clic cache ou montre&#x202f;; avec Alt, ne montre que celui-ci</translation>
    </message>
</context>
<context>
    <name>LeverPanel</name>
    <message>
        <source>More decisions</source>
        <translation>Autres décisions</translation>
    </message>
    <message>
        <source>Search levers</source>
        <translation>Chercher un levier</translation>
    </message>
    <message>
        <source>By name, meaning, unit or group</source>
        <translation>Par nom, sens, unité ou groupe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <source>Show only the levers that are not at their default</source>
        <translation>N’afficher que les leviers qui ne sont pas à leur valeur par défaut</translation>
    </message>
    <message>
        <source>Show only changed levers</source>
        <translation>N’afficher que les leviers modifiés</translation>
    </message>
    <message>
        <source>Foresight: what the curves behind the sliders show</source>
        <translation>Prévision&#xa0;: ce que montrent les courbes derrière les curseurs</translation>
    </message>
    <message>
        <source>DECISIONS</source>
        <translation>DÉCISIONS</translation>
    </message>
    <message>
        <source>ASSUMPTIONS</source>
        <translation>HYPOTHÈSES</translation>
    </message>
    <message>
        <source>Curves show</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>No lever matches the search.</source>
        <translation>Aucun levier ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>Every lever is at its default.</source>
        <translation>Tous les leviers sont à leur valeur par défaut.</translation>
    </message>
    <message>
        <source>Behind each slider: this figure, in the month of the figures above, along its track. ▼ marks where it is best, a dotted line where something else begins to bind. Levers of luck alone show the risk of a shortfall.</source>
        <translation>Derrière chaque curseur&#xa0;: ce chiffre, au mois des chiffres du haut, le long de sa piste. ▼ marque le meilleur endroit, un trait pointillé celui où autre chose se met à limiter. Les leviers du seul hasard montrent le risque de déficit.</translation>
    </message>
    <message>
        <source>Levers</source>
        <translation>Leviers</translation>
    </message>
    <message>
        <source>Keep in sight while presenting</source>
        <translation>Garder sous les yeux pendant la présentation</translation>
    </message>
    <message>
        <source>No lever was chosen to be shown.</source>
        <translation>Aucun levier n’a été choisi pour être montré.</translation>
    </message>
</context>
<context>
    <name>LeverRow</name>
    <message>
        <source>Back to the default: {value}</source>
        <translation>Revenir à la valeur par défaut&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Reset {lever}</source>
        <translation>Réinitialiser {lever}</translation>
    </message>
    <message>
        <source>Locked: open the lock to change it</source>
        <translation>Verrouillé&#xa0;: ouvrez le verrou pour le modifier</translation>
    </message>
</context>
<context>
    <name>LeverSpinBox</name>
    <message>
        <source>A whole number is wanted: {unit}</source>
        <translation>Un nombre entier est attendu&#xa0;: {unit}</translation>
    </message>
    <message>
        <source>At most {limit} is allowed</source>
        <translation>Au plus {limit}</translation>
    </message>
    <message>
        <source>At least {limit} is allowed</source>
        <translation>Au moins {limit}</translation>
    </message>
</context>
<context>
    <name>Limit</name>
    <message>
        <source>demand</source>
        <translation>demande</translation>
    </message>
    <message>
        <source>supply</source>
        <translation>offre</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>budget</translation>
    </message>
    <message>
        <source>power</source>
        <translation>puissance</translation>
    </message>
</context>
<context>
    <name>ListRow</name>
    <message>
        <source>Open the table…</source>
        <translation>Ouvrir le tableau…</translation>
    </message>
    <message>
        <source>{lever}: {value}. Open the table</source>
        <translation>{lever}&#xa0;: {value}. Ouvrir le tableau</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Point {number}</source>
        <translation>Point {number}</translation>
    </message>
    <message>
        <source>Shock {number}</source>
        <translation>Choc {number}</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>genre</translation>
    </message>
    <message>
        <source>scope</source>
        <translation>portée</translation>
    </message>
    <message>
        <source>start month</source>
        <translation>mois de début</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>What it is called; no two of the list are called alike.</source>
        <translation>Son nom&#x202f;; deux entrées de la liste n’ont jamais le même.</translation>
    </message>
    <message>
        <source>Its first month; before the scenario&apos;s first it is negative.</source>
        <translation>Son premier mois&#x202f;; négatif avant le premier du scénario.</translation>
    </message>
    <message>
        <source>ramp</source>
        <translation>montée</translation>
    </message>
    <message>
        <source>Months over which it comes, in equal parts; 1 is all at once.</source>
        <translation>Mois sur lesquels elle arrive, à parts égales&#x202f;; 1, c’est tout d’un coup.</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>Who says so, and when.</source>
        <translation>Qui le dit, et quand.</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>qualité</translation>
    </message>
    <message>
        <source>A: vendor or filing; B: analyst; C: estimate.</source>
        <translation>A&#xa0;: fournisseur ou document officiel&#x202f;; B&#xa0;: analyste&#x202f;; C&#xa0;: estimation.</translation>
    </message>
    <message>
        <source>What goes wrong.</source>
        <translation>Ce qui tourne mal.</translation>
    </message>
    <message>
        <source>The family that it hits, or all.</source>
        <translation>La famille touchée, ou toutes (all).</translation>
    </message>
    <message>
        <source>The first month in which it is felt.</source>
        <translation>Le premier mois où l’effet se fait sentir.</translation>
    </message>
    <message>
        <source>duration in months</source>
        <translation>durée en mois</translation>
    </message>
    <message>
        <source>How long it lasts, or by how much something comes late.</source>
        <translation>Sa durée, ou le retard qu’il cause.</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>gravité</translation>
    </message>
    <message>
        <source>The share that is lost; of a price shock, what is added.</source>
        <translation>La part perdue&#x202f;; pour un choc de prix, ce qui s’ajoute.</translation>
    </message>
    <message>
        <source>power</source>
        <translation>puissance</translation>
    </message>
    <message>
        <source>Facility power of the whole site.</source>
        <translation>Puissance de tout le site, installations comprises.</translation>
    </message>
    <message>
        <source>The month of its first power.</source>
        <translation>Le mois de sa première puissance.</translation>
    </message>
    <message>
        <source>Months from its first power to all.</source>
        <translation>Mois entre sa première puissance et la totalité.</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>probabilité</translation>
    </message>
    <message>
        <source>The chance that it is built; a plain run counts it whole.</source>
        <translation>La chance qu’il soit construit&#x202f;; un calcul simple le compte en entier.</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lieu</translation>
    </message>
    <message>
        <source>Where it stands.</source>
        <translation>Où il se trouve.</translation>
    </message>
    <message>
        <source>delay</source>
        <translation>retard</translation>
    </message>
    <message>
        <source>What is known to come late of it beside the grid delay, where it has not begun.</source>
        <translation>Ce que l’on sait de son retard, en plus de celui du réseau, s’il n’a pas commencé.</translation>
    </message>
    <message>
        <source>Site {number}</source>
        <translation>Site {number}</translation>
    </message>
    <message>
        <source>family</source>
        <translation>famille</translation>
    </message>
    <message>
        <source>The chips that it brings.</source>
        <translation>Les puces qu’il apporte.</translation>
    </message>
    <message>
        <source>The month of its first delivery.</source>
        <translation>Le mois de sa première livraison.</translation>
    </message>
    <message>
        <source>Months over which it delivers, in equal parts.</source>
        <translation>Mois sur lesquels il livre, à parts égales.</translation>
    </message>
    <message>
        <source>IT power</source>
        <translation>puissance IT</translation>
    </message>
    <message>
        <source>IT power of all the chips that it brings.</source>
        <translation>Puissance IT de toutes les puces qu’il apporte.</translation>
    </message>
    <message>
        <source>firm share</source>
        <translation>part ferme</translation>
    </message>
    <message>
        <source>The part that must be taken, or paid for.</source>
        <translation>La part à prendre, ou à payer.</translation>
    </message>
    <message>
        <source>price factor</source>
        <translation>facteur de prix</translation>
    </message>
    <message>
        <source>Its price over that of the catalogue.</source>
        <translation>Son prix rapporté à celui du catalogue.</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>fournisseur</translation>
    </message>
    <message>
        <source>With whom it is.</source>
        <translation>Avec qui il est signé.</translation>
    </message>
    <message>
        <source>term</source>
        <translation>durée</translation>
    </message>
    <message>
        <source>For how long it is signed.</source>
        <translation>Pour combien de temps il est signé.</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>préavis</translation>
    </message>
    <message>
        <source>How long before its end it must be given up.</source>
        <translation>Combien de temps avant sa fin il faut y renoncer.</translation>
    </message>
    <message>
        <source>Contract {number}</source>
        <translation>Contrat {number}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>remarque</translation>
    </message>
    <message>
        <source>What else there is to say of it.</source>
        <translation>Ce qu’il y a d’autre à en dire.</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>hypothèse</translation>
    </message>
    <message>
        <source>The parameter&apos;s key, with its family: mix.tpu.</source>
        <translation>La clé du paramètre, avec sa famille&#xa0;: mix.tpu.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>The value that the source is of, in the lever&apos;s unit.</source>
        <translation>La valeur dont parle la source, dans l’unité du levier.</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>date</translation>
    </message>
    <message>
        <source>The month that the source speaks of.</source>
        <translation>Le mois dont parle la source.</translation>
    </message>
    <message>
        <source>Source {number}</source>
        <translation>Source {number}</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>affirmation</translation>
    </message>
    <message>
        <source>What was said, in a sentence.</source>
        <translation>Ce qui a été dit, en une phrase.</translation>
    </message>
    <message>
        <source>who</source>
        <translation>qui</translation>
    </message>
    <message>
        <source>Who said it.</source>
        <translation>Qui l’a dit.</translation>
    </message>
    <message>
        <source>said</source>
        <translation>dit le</translation>
    </message>
    <message>
        <source>When it was said: a year, a month or a day.</source>
        <translation>Quand cela a été dit&#xa0;: une année, un mois ou un jour.</translation>
    </message>
    <message>
        <source>series</source>
        <translation>série</translation>
    </message>
    <message>
        <source>The output that it is about, and over what: it@year.</source>
        <translation>La sortie dont il s’agit, et sur quoi&#xa0;: elle@year.</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>The month for which it is claimed.</source>
        <translation>Le mois pour lequel c’est affirmé.</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>au moins</translation>
    </message>
    <message>
        <source>The lowest value that was claimed; none: open.</source>
        <translation>La plus basse valeur affirmée&#x202f;; aucune&#xa0;: ouvert.</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>au plus</translation>
    </message>
    <message>
        <source>The highest value that was claimed; none: open.</source>
        <translation>La plus haute valeur affirmée&#x202f;; aucune&#xa0;: ouvert.</translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation>Affirmation {number}</translation>
    </message>
    <message>
        <source>The month of the point; the first is the scenario&apos;s first.</source>
        <translation>Le mois du point&#x202f;; le premier est celui où commence le scénario.</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>revenus</translation>
    </message>
    <message>
        <source>Yearly rate of revenue in that month.</source>
        <translation>Rythme annuel des revenus ce mois-là.</translation>
    </message>
</context>
<context>
    <name>LockButton</name>
    <message>
        <source>Lock {lever}</source>
        <translation>Verrouiller {lever}</translation>
    </message>
    <message>
        <source>Locked: it can&apos;t be moved, and a search for a goal leaves it alone</source>
        <translation>Verrouillé&#xa0;: il ne peut pas bouger, et la recherche d’un objectif n’y touche pas</translation>
    </message>
    <message>
        <source>Lock this lever</source>
        <translation>Verrouiller ce levier</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Shown while the key is held: the baseline, “{name}”</source>
        <translation>Affichée tant que la touche est tenue&#xa0;: la référence, «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>{milliseconds} ms · {draws} draws · {device}</source>
        <translation>{milliseconds} ms · {draws} tirages · {device}</translation>
    </message>
    <message>
        <source>This scenario can&apos;t be run: {}</source>
        <translation>Ce scénario ne peut pas être calculé&#xa0;: {}</translation>
    </message>
    <message>
        <source> (read-only)</source>
        <translation> (lecture seule)</translation>
    </message>
    <message>
        <source>&amp;Undo {}</source>
        <translation>&amp;Annuler {}</translation>
    </message>
    <message>
        <source>&amp;Redo {}</source>
        <translation>&amp;Rétablir {}</translation>
    </message>
    <message>
        <source>solid: the plan · light dashes: the baseline · bands: 5–95%, 25–75% of {draws} worlds</source>
        <translation>plein&#xa0;: le plan · tirets clairs&#xa0;: la référence · bandes&#xa0;: 5–95&#xa0;%, 25–75&#xa0;% de {draws} mondes</translation>
    </message>
    <message>
        <source>solid: the plan · light dashes: what the proposal would bring</source>
        <translation>trait plein&#xa0;: le plan · tirets clairs&#xa0;: ce qu’apporterait la proposition</translation>
    </message>
</context>
<context>
    <name>MattersPart</name>
    <message>
        <source>What matters</source>
        <translation>Ce qui compte</translation>
    </message>
    <message>
        <source>How far each lever is moved</source>
        <translation>Jusqu’où chaque levier est déplacé</translation>
    </message>
    <message>
        <source>its plausible range</source>
        <translation>sa plage plausible</translation>
    </message>
    <message>
        <source>its whole slider, decisions alone</source>
        <translation>toute sa course, décisions seules</translation>
    </message>
    <message>
        <source>its whole slider</source>
        <translation>toute sa course</translation>
    </message>
    <message>
        <source>Each lever over</source>
        <translation>Chaque levier sur</translation>
    </message>
    <message>
        <source>What matters, lever by lever</source>
        <translation>Ce qui compte, levier par levier</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>Quand cela échoue</translation>
    </message>
    <message>
        <source>Worlds that count as failed</source>
        <translation>Mondes qui comptent comme échoués</translation>
    </message>
    <message>
        <source>the worst {share} of the worlds</source>
        <translation>les pires {share} des mondes</translation>
    </message>
    <message>
        <source>Failed are</source>
        <translation>Échouent</translation>
    </message>
    <message>
        <source>Conditions under which it fails</source>
        <translation>Conditions de l’échec</translation>
    </message>
    <message>
        <source>How well the conditions tell</source>
        <translation>Ce que valent les conditions</translation>
    </message>
    <message>
        <source>Bars: one lever at a time, in the plan. Ranks: {draws} joint draws; within ±{noise} of nought they say nothing.</source>
        <translation>Barres&#xa0;: un levier à la fois, dans le plan. Rangs&#xa0;: {draws} tirages conjoints&#x202f;; à moins de ±{noise} de zéro ils ne disent rien.</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Tous ensemble</translation>
    </message>
    <message>
        <source>{lever}: {down} at {low}, {up} at {high}</source>
        <translation>{lever}&#xa0;: {down} à {low}, {up} à {high}</translation>
    </message>
    <message>
        <source>{lever}: {down} in {low}, {up} in {high}</source>
        <translation>{lever}&#xa0;: {down} en {low}, {up} en {high}</translation>
    </message>
    <message>
        <source>Rank correlation {rho}</source>
        <translation>Corrélation des rangs {rho}</translation>
    </message>
    <message>
        <source>No world is above {threshold}: the worst are all alike.</source>
        <translation>Aucun monde ne dépasse {threshold}&#xa0;: les pires se valent tous.</translation>
    </message>
    <message>
        <source>No world is below {threshold}: the worst are all alike.</source>
        <translation>Aucun monde n’est sous {threshold}&#xa0;: les pires se valent tous.</translation>
    </message>
    <message>
        <source>They mostly come when this holds:</source>
        <translation>Ils viennent surtout quand ceci est vrai&#xa0;:</translation>
    </message>
    <message>
        <source>Orange: where worlds fail, of all that luck makes of it; the stroke is the plan. Where {sign} stands, a click or Enter sets the plan on the other side, in one step of undo.</source>
        <translation>Orange&#xa0;: où les mondes échouent, de tout ce que le hasard en fait&#x202f;; le trait est le plan. Là où se trouve {sign}, un clic ou Entrée met le plan de l’autre côté, en une étape d’annulation.</translation>
    </message>
    <message>
        <source>No change of the plan&apos;s own makes it better on average.</source>
        <translation>Aucun changement du plan lui-même n’améliore la moyenne.</translation>
    </message>
    <message>
        <source>{share} of the worlds are above {threshold}.</source>
        <translation>{share} des mondes dépassent {threshold}.</translation>
    </message>
    <message>
        <source>What moves it: {measure}</source>
        <translation>Ce qui fait bouger&#xa0;: {measure}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>{share} of the worlds are below {threshold}.</source>
        <translation>{share} des mondes restent sous {threshold}.</translation>
    </message>
    <message>
        <source>They mostly come when all of this holds:</source>
        <translation>Ils viennent surtout quand tout ceci est vrai&#xa0;:</translation>
    </message>
    <message>
        <source>No condition tells them from the others.</source>
        <translation>Aucune condition ne les distingue des autres.</translation>
    </message>
    <message>
        <source>The plan&apos;s own is {value}.</source>
        <translation>Valeur du plan&#xa0;: {value}.</translation>
    </message>
    <message>
        <source>The plan costs {value}.</source>
        <translation>Le plan coûte {value}.</translation>
    </message>
    <message>
        <source>Pale: the lever at the low end, full: at the high end; orange is worse. Click a bar for its lever, or pull it.</source>
        <translation>Pâle&#xa0;: le levier en bas, plein&#xa0;: en haut&#x202f;; l’orange est pire. Un clic mène au levier, tirer la barre le déplace.</translation>
    </message>
    <message>
        <source>No lever moves that by itself.</source>
        <translation>Aucun levier ne la change à lui seul.</translation>
    </message>
    <message>
        <source>{lever}: by itself it moves nothing</source>
        <translation>{lever}&#xa0;: seul, ce levier ne change rien</translation>
    </message>
    <message>
        <source>fails where it is {condition}</source>
        <translation>échoue quand c’est {condition}</translation>
    </message>
    <message>
        <source>fails where that is so</source>
        <translation>échoue quand c’est le cas</translation>
    </message>
    <message>
        <source>fails where it is not</source>
        <translation>échoue quand ce n’est pas le cas</translation>
    </message>
    <message>
        <source>Failed worlds that are like this (coverage)</source>
        <translation>Mondes échoués qui sont ainsi (couverture)</translation>
    </message>
    <message>
        <source>Worlds like this that fail (density)</source>
        <translation>Mondes ainsi faits qui échouent (densité)</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>up to {month}</source>
        <translation>jusqu’en {month}</translation>
    </message>
    <message>
        <source>in {month}</source>
        <translation>en {month}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>entre {first} et {last}</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>{amount} de plus</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>{amount} de moins</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Coût unitaire</translation>
    </message>
    <message>
        <source>{value} per PFLOP-hour</source>
        <translation>{value} par pétaflop-heure</translation>
    </message>
    <message>
        <source>a PFLOP-hour costs {value}</source>
        <translation>une PFLOP-heure coûte {value}</translation>
    </message>
    <message>
        <source>Economic cost for each effective PFLOP-hour of capacity.</source>
        <translation>Coût économique de chaque pétaflop-heure effectif de capacité.</translation>
    </message>
    <message>
        <source>Demand unserved</source>
        <translation>Demande non servie</translation>
    </message>
    <message>
        <source>Chance of shortfall</source>
        <translation>Probabilité de déficit</translation>
    </message>
    <message>
        <source>{value} of demand unserved</source>
        <translation>{value} de la demande non servis</translation>
    </message>
    <message>
        <source>{value} of demand goes unserved</source>
        <translation>{value} de la demande ne sont pas servis</translation>
    </message>
    <message>
        <source>{value} of worlds fall short</source>
        <translation>{value} des mondes sont à court</translation>
    </message>
    <message>
        <source>Share of drawn worlds in which more than the tolerated share of demand is unserved: in the month, or in at least one month to the end.</source>
        <translation>Part des mondes tirés où plus que la part tolérée de la demande n’est pas servie&#xa0;: dans le mois, ou dans au moins un mois jusqu’à la fin.</translation>
    </message>
    <message>
        <source>Demand served</source>
        <translation>Demande servie</translation>
    </message>
    <message>
        <source>{value} of demand served</source>
        <translation>{value} de la demande servis</translation>
    </message>
    <message>
        <source>{value} of demand is served</source>
        <translation>{value} de la demande sont servis</translation>
    </message>
    <message>
        <source>Share of demand that capacity can serve.</source>
        <translation>Part de la demande que la capacité peut servir.</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>{value} committed</source>
        <translation>{value} engagés</translation>
    </message>
    <message>
        <source>{value} is committed</source>
        <translation>{value} sont engagés</translation>
    </message>
    <message>
        <source>Signed from the first month on: chips and facilities bought, and rent over its whole term.</source>
        <translation>Signé depuis le premier mois&#xa0;: puces et sites achetés, et loyers sur toute leur durée.</translation>
    </message>
    <message>
        <source>Unserved revenue</source>
        <translation>Revenus non servis</translation>
    </message>
    <message>
        <source>{value} of revenue unserved</source>
        <translation>{value} de revenus non servis</translation>
    </message>
    <message>
        <source>{value} of revenue goes unserved</source>
        <translation>{value} de revenus ne sont pas servis</translation>
    </message>
    <message>
        <source>Revenue of the demand that capacity can&apos;t serve.</source>
        <translation>Revenus de la demande que la capacité ne peut pas servir.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Error: {}</source>
        <translation>Erreur&#xa0;: {}</translation>
    </message>
    <message>
        <source>Notice: {}</source>
        <translation>Avis&#xa0;: {}</translation>
    </message>
</context>
<context>
    <name>Milestone</name>
    <message>
        <source>{month}: {detail} Source: {source}.</source>
        <translation>{month}&#xa0;: {detail} Source&#xa0;: {source}.</translation>
    </message>
    <message>
        <source>300,000 business customers</source>
        <translation>300&#x202f;000 entreprises clientes</translation>
    </message>
    <message>
        <source>More than 300,000 business customers; accounts above $100,000 a year up nearly sevenfold in a year.</source>
        <translation>Plus de 300&#x202f;000 entreprises clientes&#x202f;; les comptes de plus de 100&#x202f;000 dollars par an presque multipliés par sept en un an.</translation>
    </message>
    <message>
        <source>Up to one million TPUs</source>
        <translation>Jusqu’à un million de TPU</translation>
    </message>
    <message>
        <source>Up to one million Google TPUs, tens of billions of dollars, well over a gigawatt online in 2026.</source>
        <translation>Jusqu’à un million de TPU de Google, des dizaines de milliards de dollars, nettement plus d’un gigawatt en service en 2026.</translation>
    </message>
    <message>
        <source>Rainier and Azure</source>
        <translation>Rainier et Azure</translation>
    </message>
    <message>
        <source>Project Rainier runs about 500,000 Trainium2 in Indiana; $30 bn of Azure with up to 1 GW of NVIDIA systems is announced.</source>
        <translation>Le projet Rainier exploite environ 500&#x202f;000 Trainium2 dans l’Indiana&#x202f;; 30 milliards de dollars d’Azure, avec jusqu’à 1&#xa0;GW de systèmes NVIDIA, sont annoncés.</translation>
    </message>
    <message>
        <source>Broadcom orders $21 bn</source>
        <translation>Commandes à Broadcom&#xa0;: 21&#xa0;Md$</translation>
    </message>
    <message>
        <source>Orders for Ironwood racks of $10 bn and $11 bn, for delivery late in 2026.</source>
        <translation>Commandes de baies Ironwood pour 10 et 11 milliards de dollars, à livrer fin 2026.</translation>
    </message>
    <message>
        <source>Run-rate $14 bn</source>
        <translation>Rythme annuel de 14&#xa0;Md$</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $14 bn; 1.4 million Trainium2 landed.</source>
        <translation>Revenus au rythme annuel de 14 milliards de dollars&#x202f;; 1,4 million de Trainium2 livrés.</translation>
    </message>
    <message>
        <source>Multiple gigawatts from 2027</source>
        <translation>Plusieurs gigawatts dès 2027</translation>
    </message>
    <message>
        <source>About 3.5 GW of next-generation TPUs from 2027 and up to 5 GW with Amazon over ten years.</source>
        <translation>Environ 3,5&#xa0;GW de TPU de nouvelle génération à partir de 2027 et jusqu’à 5&#xa0;GW avec Amazon sur dix ans.</translation>
    </message>
    <message>
        <source>Run-rate $65 bn</source>
        <translation>Rythme annuel de 65&#xa0;Md$</translation>
    </message>
    <message>
        <source>Yearly run-rate revenue of $65 bn at the end of July.</source>
        <translation>Revenus au rythme annuel de 65 milliards de dollars fin juillet.</translation>
    </message>
    <message>
        <source>Commitments $518 bn</source>
        <translation>Engagements de 518&#xa0;Md$</translation>
    </message>
    <message>
        <source>A prospectus reported by the press lists compute commitments of $518 bn, four fifths of them firm.</source>
        <translation>Un prospectus cité par la presse fait état d’engagements de calcul de 518 milliards de dollars, dont les quatre cinquièmes sont fermes.</translation>
    </message>
</context>
<context>
    <name>MixKey</name>
    <message>
        <source>Key of the map</source>
        <translation>Légende de la carte</translation>
    </message>
    <message>
        <source>in {month}</source>
        <translation>en {month}</translation>
    </message>
    <message>
        <source>from {first} to {last} taken together</source>
        <translation>entre {first} et {last} pris ensemble</translation>
    </message>
    <message>
        <source>{mixes} mixes, {draws} drawn worlds each</source>
        <translation>{mixes} mix, {draws} mondes tirés pour chacun</translation>
    </message>
    <message>
        <source>{mixes} mixes, one plain run each</source>
        <translation>{mixes} mix, un seul calcul pour chacun</translation>
    </message>
    <message>
        <source>{made}; finer to come</source>
        <translation>{made}&#x202f;; plus fin à venir</translation>
    </message>
    <message>
        <source>Brighter is better.</source>
        <translation>Plus clair est meilleur.</translation>
    </message>
    <message>
        <source>Hatched: in the plain run over {share} of demand unserved {months}, or no value.</source>
        <translation>Hachuré&#xa0;: dans le calcul simple, plus de {share} de la demande non servie {months}, ou aucune valeur.</translation>
    </message>
    <message>
        <source>Hatched: over {share} of demand unserved {months}, or no value.</source>
        <translation>Hachuré&#xa0;: plus de {share} de la demande non servie {months}, ou aucune valeur.</translation>
    </message>
    <message>
        <source>No mix is hatched: in the plain run all serve at least {share} of demand {months}.</source>
        <translation>Aucun mix n’est hachuré&#xa0;: dans le calcul simple, tous servent au moins {share} de la demande {months}.</translation>
    </message>
    <message>
        <source>No mix is hatched: all serve at least {share} of demand {months}.</source>
        <translation>Aucun mix n’est hachuré&#xa0;: tous servent au moins {share} de la demande {months}.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
</context>
<context>
    <name>MixMap</name>
    <message>
        <source>most served</source>
        <translation>le mieux servi</translation>
    </message>
    <message>
        <source>least committed</source>
        <translation>le moins engagé</translation>
    </message>
    <message>
        <source>lowest chance of shortfall</source>
        <translation>risque de déficit minimal</translation>
    </message>
    <message>
        <source>lowest unserved revenue</source>
        <translation>le moins de revenus perdus</translation>
    </message>
    <message>
        <source>cheapest</source>
        <translation>le moins cher</translation>
    </message>
    <message>
        <source>least regret</source>
        <translation>moindre regret</translation>
    </message>
    <message>
        <source>all {family}</source>
        <translation>tout {family}</translation>
    </message>
    <message>
        <source>No mix has a unit cost then: none serves anything.</source>
        <translation>Aucun mix n’a alors de coût unitaire&#xa0;: aucun ne sert quoi que ce soit.</translation>
    </message>
    <message>
        <source>Every mix costs the same.</source>
        <translation>Tous les mix coûtent autant.</translation>
    </message>
    <message>
        <source>This is the cheapest mix, at {cost}.</source>
        <translation>C’est le mix le moins cher, à {cost}.</translation>
    </message>
    <message>
        <source>It leaves demand unserved.</source>
        <translation>Il laisse de la demande non servie.</translation>
    </message>
    <message>
        <source>Least regret: {mix}. Even in its worst of {draws} drawn worlds it stays nearer to the best mix there than any other mix does in its own worst. Counted in {measure}, among mixes in steps of 10 points.</source>
        <translation>Moindre regret&#xa0;: {mix}. Même dans le pire de ses {draws} mondes tirés, il reste plus près du meilleur mix qui y soit que tout autre dans le sien. Compté en {measure}, parmi les mix par pas de 10 points.</translation>
    </message>
    <message>
        <source>Least regret: being worked out…</source>
        <translation>Moindre regret&#xa0;: calcul en cours…</translation>
    </message>
    <message>
        <source>The cheapest mix, {mix}, costs {cost}.</source>
        <translation>Le mix le moins cher, {mix}, coûte {cost}.</translation>
    </message>
    <message>
        <source>This one costs as much.</source>
        <translation>Celui-ci coûte autant.</translation>
    </message>
    <message>
        <source>This one costs {difference}.</source>
        <translation>Celui-ci coûte {difference}.</translation>
    </message>
    <message>
        <source>With the cheapest, too, {clause}.</source>
        <translation>Avec le moins cher aussi, {clause}.</translation>
    </message>
    <message>
        <source>With the cheapest, {clause}; with this one {value}, {difference}.</source>
        <translation>Avec le moins cher, {clause}&#x202f;; avec celui-ci, {value}, soit {difference}.</translation>
    </message>
    <message>
        <source>No mix is regretted less than another over {draws} drawn worlds.</source>
        <translation>Sur {draws} mondes tirés, aucun mix ne se regrette moins qu’un autre.</translation>
    </message>
    <message>
        <source>Every half of these worlds chooses the same mix.</source>
        <translation>Chaque moitié de ces mondes désigne le même mix.</translation>
    </message>
    <message>
        <source>Of halves of these worlds, {share} choose the same mix, the others one up to {points} points away.</source>
        <translation>Parmi des moitiés de ces mondes, {share} désignent le même mix, les autres un mix éloigné d’au plus {points} points.</translation>
    </message>
</context>
<context>
    <name>MixPage</name>
    <message>
        <source>Measure that the map shows</source>
        <translation>Mesure que montre la carte</translation>
    </message>
    <message>
        <source>Months that the map is of</source>
        <translation>Mois que couvre la carte</translation>
    </message>
    <message>
        <source>Default mix</source>
        <translation>Mix par défaut</translation>
    </message>
    <message>
        <source>Map of</source>
        <translation>Carte de</translation>
    </message>
    <message>
        <source>Target mix of new power, share of IT power</source>
        <translation>Mix visé de la nouvelle puissance, part de la puissance IT</translation>
    </message>
    <message>
        <source>The triangle maps mixes of three chip families; this catalogue has one, which has all of it.</source>
        <translation>Le triangle représente des mix de trois familles de puces&#x202f;; ce catalogue n’en a qu’une, qui a tout.</translation>
    </message>
    <message>
        <source>The triangle maps mixes of three chip families; this catalogue has {count} families. The shares are linked here all the same.</source>
        <translation>Le triangle représente des mix de trois familles de puces&#x202f;; ce catalogue en a {count}. Les parts sont tout de même liées ici.</translation>
    </message>
    <message>
        <source>To the end: {first} to {last}</source>
        <translation>Jusqu’à la fin&#xa0;: {first} à {last}</translation>
    </message>
    <message>
        <source>Month: {first}</source>
        <translation>Mois&#xa0;: {first}</translation>
    </message>
    <message>
        <source>With two shares locked nothing can move.</source>
        <translation>Avec deux parts verrouillées, rien ne peut bouger.</translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>{measure} {months} with {mix}.</source>
        <translation>{measure} {months} avec {mix}.</translation>
    </message>
    <message>
        <source>The map of mixes can&apos;t be worked out: {reason}</source>
        <translation>La carte des mix ne peut pas être calculée&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>MixShares</name>
    <message>
        <source>Share of {family}, percent</source>
        <translation>Part, {family}, en pour cent</translation>
    </message>
    <message>
        <source>The other shares follow, so that all sum to 100%.</source>
        <translation>Les autres parts suivent, pour que le total fasse 100&#xa0;%.</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>verrou</translation>
    </message>
    <message>
        <source>Lock the share of {family}</source>
        <translation>Verrouiller la part, {family}</translation>
    </message>
    <message>
        <source>A locked share keeps its value when the others change.</source>
        <translation>Une part verrouillée garde sa valeur quand les autres changent.</translation>
    </message>
</context>
<context>
    <name>MixTriangle</name>
    <message>
        <source>Chip mix triangle</source>
        <translation>Triangle du mix de puces</translation>
    </message>
    <message>
        <source>{mix}. Up and Down: {first}. Left and Right: between {second} and {third}. Shift: ten points, Ctrl: a tenth. Home: the default. The same shares can be set in the three fields that follow.</source>
        <translation>{mix}. Haut et Bas&#xa0;: {first}. Gauche et Droite&#xa0;: entre {second} et {third}. Maj&#xa0;: dix points, Ctrl&#xa0;: un dixième. Début&#xa0;: la valeur par défaut. Les mêmes parts se règlent dans les trois champs qui suivent.</translation>
    </message>
    <message>
        <source>alone: {value}</source>
        <translation>seul&#xa0;: {value}</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>Jan</source>
        <translation>janv.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>févr.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mars</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>avr.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>juin</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>juil.</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>août</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sept.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>oct.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>déc.</translation>
    </message>
</context>
<context>
    <name>Narration</name>
    <message>
        <source>{amount} more capacity</source>
        <translation>capacité en hausse de {amount}</translation>
    </message>
    <message>
        <source>{amount} less capacity</source>
        <translation>capacité en baisse de {amount}</translation>
    </message>
    <message>
        <source>unit cost up by {amount}</source>
        <translation>coût unitaire en hausse de {amount}</translation>
    </message>
    <message>
        <source>unit cost down by {amount}</source>
        <translation>coût unitaire en baisse de {amount}</translation>
    </message>
    <message>
        <source>{amount} more committed</source>
        <translation>engagements en hausse de {amount}</translation>
    </message>
    <message>
        <source>{amount} less committed</source>
        <translation>engagements en baisse de {amount}</translation>
    </message>
    <message>
        <source>{amount} more of demand served</source>
        <translation>demande servie en hausse de {amount}</translation>
    </message>
    <message>
        <source>{amount} less of demand served</source>
        <translation>demande servie en baisse de {amount}</translation>
    </message>
    <message>
        <source>chip supply</source>
        <translation>l’offre de puces</translation>
    </message>
    <message>
        <source>power</source>
        <translation>la puissance</translation>
    </message>
    <message>
        <source>the budget</source>
        <translation>le budget</translation>
    </message>
    <message numerus="yes">
        <source>%n more levers</source>
        <translation>
            <numerusform>%n autre levier</numerusform>
            <numerusform>%n autres leviers</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} and {more}</source>
        <translation>{first} et {more}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>{effects} by {month}</source>
        <translation>{effects} d’ici {month}</translation>
    </message>
    <message>
        <source>{limit} binds from {month}, not {earlier}</source>
        <translation>{limit} limite dès {month}, et non dès {earlier}</translation>
    </message>
    <message>
        <source>{effect}; {limit}</source>
        <translation>{effect}&#x202f;; {limit}</translation>
    </message>
    <message>
        <source>{levers}: {effect}.</source>
        <translation>{levers}&#xa0;: {effect}.</translation>
    </message>
    <message>
        <source>Other chips</source>
        <translation>Autres puces</translation>
    </message>
    <message>
        <source>no limit binds any more</source>
        <translation>plus rien ne limite</translation>
    </message>
    <message>
        <source>no limit binds {span}</source>
        <translation>rien ne limite {span}</translation>
    </message>
    <message>
        <source>{limit} binds {span}</source>
        <translation>{limit} limite {span}</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>dès {first}</translation>
    </message>
    <message>
        <source>in {month}</source>
        <translation>en {month}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>entre {first} et {last}</translation>
    </message>
    <message>
        <source>no limit binds {span}, {other} did before</source>
        <translation>rien ne limite {span}, avant&#xa0;: {other}</translation>
    </message>
    <message>
        <source>{limit} binds {span}, none did before</source>
        <translation>{limit} limite {span}, avant&#xa0;: rien</translation>
    </message>
    <message>
        <source>{limit} binds {span} instead of {other}</source>
        <translation>{limit} limite {span}, avant&#xa0;: {other}</translation>
    </message>
    <message>
        <source>{limit} binds until {month}, not {earlier}</source>
        <translation>{limit} limite jusqu’en {month}, et non jusqu’en {earlier}</translation>
    </message>
    <message>
        <source>no month is as before</source>
        <translation>plus aucun mois en commun</translation>
    </message>
    <message>
        <source>no curve moves; bands and risk may</source>
        <translation>aucune courbe ne bouge&#x202f;; bandes et risque peut-être</translation>
    </message>
    <message>
        <source>no figure moves by more than 0.1%</source>
        <translation>aucun chiffre ne bouge de plus de 0,1&#xa0;%</translation>
    </message>
    <message>
        <source>chance of a shortfall now {after}</source>
        <translation>risque de déficit maintenant {after}</translation>
    </message>
    <message>
        <source>{lever} hardly later</source>
        <translation>{lever}&#xa0;: à peine plus tard</translation>
    </message>
    <message>
        <source>{lever} hardly earlier</source>
        <translation>{lever}&#xa0;: à peine plus tôt</translation>
    </message>
    <message numerus="yes">
        <source>{lever} {months} month(s) later</source>
        <translation>
            <numerusform>{lever}&#xa0;: {months} mois plus tard</numerusform>
            <numerusform>{lever}&#xa0;: {months} mois plus tard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{lever} {months} month(s) earlier</source>
        <translation>
            <numerusform>{lever}&#xa0;: {months} mois plus tôt</numerusform>
            <numerusform>{lever}&#xa0;: {months} mois plus tôt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} point(s) from {loser} to {winner}</source>
        <translation>
            <numerusform>{count} point pris à {loser} pour {winner}</numerusform>
            <numerusform>{count} points pris à {loser} pour {winner}</numerusform>
        </translation>
    </message>
    <message>
        <source>{amount} more facility power</source>
        <translation>puissance des sites en hausse de {amount}</translation>
    </message>
    <message>
        <source>{amount} less facility power</source>
        <translation>puissance des sites en baisse de {amount}</translation>
    </message>
    <message>
        <source>{amount} more chips</source>
        <translation>{amount} puces de plus</translation>
    </message>
    <message>
        <source>{amount} fewer chips</source>
        <translation>{amount} puces de moins</translation>
    </message>
    <message>
        <source>“{name}” in {month}: {capacity} of capacity, {share} of demand served; {limit}.</source>
        <translation>«&#xa0;{name}&#xa0;» en {month}&#xa0;: capacité de {capacity}, demande servie à {share}&#x202f;; {limit}.</translation>
    </message>
    <message>
        <source>{odds}.</source>
        <translation>{odds}.</translation>
    </message>
    <message>
        <source>the plan now stands above {count} of {worlds} worlds</source>
        <translation>le plan dépasse maintenant {count} mondes sur {worlds}</translation>
    </message>
    <message>
        <source>chance of a shortfall {before} → {after}</source>
        <translation>risque de déficit {before} → {after}</translation>
    </message>
    <message>
        <source>{place}; {chance}</source>
        <translation>{place}&#x202f;; {chance}</translation>
    </message>
    <message>
        <source>capacity rises because {taken} of the {freed} of IT power that {stopped} leaves goes to {others}, where each watt does more</source>
        <translation>la capacité augmente, car {taken} sur les {freed} de puissance IT que {stopped} libère vont à {others}, où chaque watt produit davantage</translation>
    </message>
    <message>
        <source>capacity rises because {taken} more of IT power goes to {others} where {stopped} has {freed} less</source>
        <translation>la capacité augmente, car {others} reçoit {taken} de puissance IT de plus, là où {stopped} en a {freed} de moins</translation>
    </message>
    <message>
        <source>capacity rises because without {stopped} fewer chips are curtailed</source>
        <translation>la capacité augmente, car sans {stopped} moins de puces sont bridées</translation>
    </message>
    <message>
        <source>capacity rises because without {stopped} a larger part of the chips is in service</source>
        <translation>la capacité augmente, car sans {stopped} une plus grande part des puces est en service</translation>
    </message>
</context>
<context>
    <name>Need</name>
    <message>
        <source>Moves nothing now: no old chips make way, the threshold is 0.</source>
        <translation>Sans effet ici&#xa0;: aucune ancienne puce ne cède la place, le seuil est à 0.</translation>
    </message>
    <message>
        <source>Moves nothing now: no family&apos;s software gets better later on.</source>
        <translation>Sans effet ici&#xa0;: aucun logiciel ne s’améliore après la livraison.</translation>
    </message>
    <message>
        <source>Moves nothing now: supply grows as in the long run already.</source>
        <translation>Sans effet ici&#xa0;: l’offre croît déjà comme à long terme.</translation>
    </message>
    <message>
        <source>Moves nothing now: every family has its share of the mix.</source>
        <translation>Sans effet ici&#xa0;: chaque famille a sa part du mix.</translation>
    </message>
    <message>
        <source>Moves nothing now: all chips are rented, at rents that are quoted.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: toutes les puces sont louées, aux prix affichés.</translation>
    </message>
    <message>
        <source>Acts on owned chips only, {share} of new power: the rest has quoted rents.</source>
        <translation>N’agit que sur les puces possédées, {share} de la nouvelle puissance&#xa0;: le reste est loué aux prix affichés.</translation>
    </message>
    <message>
        <source>Moves nothing now: no generation is late in any world.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: aucune génération n’est en retard dans aucun monde.</translation>
    </message>
    <message>
        <source>Moves nothing now: no grid is late in any world.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: aucun raccordement n’est en retard dans aucun monde.</translation>
    </message>
    <message>
        <source>Moves nothing now: no family&apos;s supply ever stops.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: l’offre d’aucune famille ne s’arrête jamais.</translation>
    </message>
    <message>
        <source>Moves nothing now: no family is ever recalled.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: aucune famille n’est jamais rappelée.</translation>
    </message>
    <message>
        <source>Moves nothing now: the mix is the same before and after.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: le mix est le même avant et après.</translation>
    </message>
    <message>
        <source>Moves nothing now: the training share never changes.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: la part de l’entraînement ne change jamais.</translation>
    </message>
    <message>
        <source>Moves nothing now: rents are quoted, not made from cost.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: les loyers sont affichés, et non tirés des coûts.</translation>
    </message>
    <message>
        <source>Moves nothing now: no stop is common to all suppliers.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: aucun arrêt n’est commun à tous les fournisseurs.</translation>
    </message>
    <message>
        <source>Moves nothing now: no site that may be late is still to come.</source>
        <translation>N’agit sur rien pour l’instant&#xa0;: aucun site qui puisse être en retard n’est encore à venir.</translation>
    </message>
</context>
<context>
    <name>NeedsLine</name>
    <message>
        <source>Go to {lever}</source>
        <translation>Aller à {lever}</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Name of the scenario</source>
        <translation>Nom du scénario</translation>
    </message>
    <message>
        <source>Notes about the scenario</source>
        <translation>Notes sur le scénario</translation>
    </message>
    <message>
        <source>What this scenario assumes, why, and what it was made for.</source>
        <translation>Ce que ce scénario suppose, pourquoi, et dans quel but il a été fait.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>Nom de la version</translation>
    </message>
    <message>
        <source>Keep this state</source>
        <translation>Garder cet état</translation>
    </message>
    <message>
        <source>Versions kept in this document</source>
        <translation>Versions gardées dans ce document</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardée</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Versions are saved inside the file. Restoring and removing can be undone.</source>
        <translation>Les versions sont enregistrées dans le fichier. Restaurer et supprimer peuvent s’annuler.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>Kept “{name}” in this document.</source>
        <translation>«&#xa0;{name}&#xa0;» gardée dans ce document.</translation>
    </message>
    <message>
        <source>Back at “{name}”; Undo returns to where you were.</source>
        <translation>Retour à «&#xa0;{name}&#xa0;»&#x202f;; Annuler ramène où vous étiez.</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>Write growth as a factor: 1.2 for 20% more a year</source>
        <translation>Écrivez la croissance comme un facteur&#xa0;: 1,2 pour 20&#xa0;% de plus par an</translation>
    </message>
    <message>
        <source>“{typed}” is no unit here; the unit is {unit}</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas une unité ici&#x202f;; l’unité est {unit}</translation>
    </message>
    <message>
        <source>Too long for a number</source>
        <translation>Trop long pour un nombre</translation>
    </message>
    <message>
        <source>A number is wanted</source>
        <translation>Un nombre est attendu</translation>
    </message>
    <message>
        <source>Too large a number</source>
        <translation>Nombre trop grand</translation>
    </message>
    <message>
        <source>A product of two amounts is not in {unit}</source>
        <translation>Un produit de deux quantités n’est pas en {unit}</translation>
    </message>
    <message>
        <source>Nothing can be divided by zero</source>
        <translation>On ne peut pas diviser par zéro</translation>
    </message>
    <message>
        <source>Write a change as a factor: 1.15 for 15% more</source>
        <translation>Écrivez un changement comme un facteur&#xa0;: 1,15 pour 15&#xa0;% de plus</translation>
    </message>
    <message>
        <source>A bracket is open</source>
        <translation>Une parenthèse reste ouverte</translation>
    </message>
    <message>
        <source>{number} {unit}</source>
        <comment>100 bn parameters, 12 M chips</comment>
        <translation>{number} de {unit}</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>bn</source>
        <translation>Md</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>“{typed}” is no number; write {example}, 1e6 or =8*72</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas un nombre&#x202f;; écrivez {example}, 1e6 ou =8*72</translation>
    </message>
    <message>
        <source>“{typed}” is not clear; numbers here are written like {example}</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas clair&#x202f;; ici les nombres s’écrivent comme {example}</translation>
    </message>
    <message>
        <source>“{typed}” mixes digits of several scripts</source>
        <translation>«&#xa0;{typed}&#xa0;» mêle des chiffres de plusieurs écritures</translation>
    </message>
</context>
<context>
    <name>NumberLine</name>
    <message>
        <source>from {low} to {high}</source>
        <translation>de {low} à {high}</translation>
    </message>
    <message>
        <source>default {value}</source>
        <translation>par défaut {value}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>A whole number is wanted: {unit}</source>
        <translation>Un nombre entier est attendu&#xa0;: {unit}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
</context>
<context>
    <name>Observed</name>
    <message>
        <source>{value} ({interval})</source>
        <translation>{value} ({interval})</translation>
    </message>
    <message>
        <source>Observed, {month}: {value} {unit}</source>
        <translation>Observé, {month}&#xa0;: {value} {unit}</translation>
    </message>
    <message>
        <source>{source}; grade {grade}</source>
        <translation>{source}&#x202f;; qualité {grade}</translation>
    </message>
    <message>
        <source>From {series}, times {parameter}</source>
        <translation>D’après {series}, fois {parameter}</translation>
    </message>
    <message>
        <source>Observed, P5 to P95</source>
        <translation>Observé, P5 à P95</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observé</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>au moins {low}</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>au plus {high}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
</context>
<context>
    <name>Odds</name>
    <message>
        <source>all worlds have less</source>
        <translation>tous les mondes ont moins</translation>
    </message>
    <message>
        <source>all worlds have more</source>
        <translation>tous les mondes ont plus</translation>
    </message>
    <message>
        <source>{count} of {worlds} worlds have less</source>
        <translation>{count} mondes sur {worlds} ont moins</translation>
    </message>
    <message>
        <source>{count} of {worlds} worlds have more</source>
        <translation>{count} mondes sur {worlds} ont plus</translation>
    </message>
    <message>
        <source>{count}/{worlds} have less</source>
        <translation>{count}/{worlds} ont moins</translation>
    </message>
    <message>
        <source>{count}/{worlds} have more</source>
        <translation>{count}/{worlds} ont plus</translation>
    </message>
    <message>
        <source>worlds have as much</source>
        <translation>autant dans les mondes</translation>
    </message>
    <message>
        <source>all worlds</source>
        <translation>tous les mondes</translation>
    </message>
    <message>
        <source>no world</source>
        <translation>aucun monde</translation>
    </message>
    <message>
        <source>{count} of {worlds} worlds</source>
        <translation>{count} mondes sur {worlds}</translation>
    </message>
</context>
<context>
    <name>OddsOfPlans</name>
    <message>
        <source>What plans are judged by</source>
        <translation>Ce sur quoi les plans sont jugés</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Over its worlds</source>
        <translation>Sur ses mondes</translation>
    </message>
    <message>
        <source>Best in</source>
        <translation>Meilleur dans</translation>
    </message>
    <message>
        <source>The share of the worlds in which it is the best</source>
        <translation>La part des mondes où il est le meilleur</translation>
    </message>
    <message>
        <source>Regret, mean</source>
        <translation>Regret moyen</translation>
    </message>
    <message>
        <source>How much worse than the best of each world</source>
        <translation>De combien il est pire que le meilleur de chaque monde</translation>
    </message>
    <message>
        <source>Regret, 9 of 10</source>
        <translation>Regret, 9 sur 10</translation>
    </message>
    <message>
        <source>Nine worlds of ten regret no more</source>
        <translation>Neuf mondes sur dix ne regrettent pas plus</translation>
    </message>
    <message>
        <source>Regret, worst</source>
        <translation>Regret au pire</translation>
    </message>
    <message>
        <source>In the world that regrets it most</source>
        <translation>Dans le monde qui le regrette le plus</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Of cost against unserved revenue</source>
        <translation>Du coût face au revenu non servi</translation>
    </message>
    <message>
        <source>Regret of each plan, over the same worlds</source>
        <translation>Regret de chaque plan, sur les mêmes mondes</translation>
    </message>
    <message>
        <source>Chance that each is the best, in percent of the worlds</source>
        <translation>Chance que chacun soit le meilleur, en pour cent des mondes</translation>
    </message>
    <message>
        <source>Add another plan to choose between them.</source>
        <translation>Ajoutez un autre plan pour pouvoir choisir.</translation>
    </message>
    <message>
        <source>Chance that each is the best, %</source>
        <translation>Chance que chacun soit le meilleur,&#xa0;%</translation>
    </message>
    <message>
        <source>Fewer than two plans can be held against each other.</source>
        <translation>Moins de deux plans se comparent.</translation>
    </message>
    <message>
        <source>By {month} “{plan}” is regretted least, on average and in the worst world; so in {sure} of random halves of the worlds.</source>
        <translation>En {month}, «&#xa0;{plan}&#xa0;» se regrette le moins, en moyenne et dans le pire monde&#x202f;; de même dans {sure} des moitiés tirées au sort.</translation>
    </message>
    <message>
        <source>By {month} “{plan}” is regretted least in the worst world (so in {sure} of random halves of the worlds), “{other}” on average.</source>
        <translation>En {month}, «&#xa0;{plan}&#xa0;» se regrette le moins dans le pire monde (de même dans {sure} des moitiés tirées au sort), «&#xa0;{other}&#xa0;» en moyenne.</translation>
    </message>
    <message>
        <source>Left out, as they begin in another month: {plans}.</source>
        <translation>Laissés de côté, car ils commencent un autre mois&#xa0;: {plans}.</translation>
    </message>
</context>
<context>
    <name>OddsPart</name>
    <message>
        <source>Demand served, and the chance of a shortfall</source>
        <translation>La demande servie et la probabilité de déficit</translation>
    </message>
    <message>
        <source>Unserved revenue: how much, and from what</source>
        <translation>Revenus non servis&#xa0;: combien, et à cause de quoi</translation>
    </message>
    <message>
        <source>Expected loss by source of luck</source>
        <translation>Perte attendue par source de hasard</translation>
    </message>
    <message>
        <source>Each source of luck switched off on the same worlds, in every order; the parts sum to the whole.</source>
        <translation>Chaque source de hasard est éteinte sur les mêmes mondes, dans tous les ordres&#x202f;; la somme des parts est le tout.</translation>
    </message>
    <message>
        <source>How many worlds are at least as bad</source>
        <translation>Combien de mondes sont au moins aussi mauvais</translation>
    </message>
    <message>
        <source>The worst worlds</source>
        <translation>Les pires mondes</translation>
    </message>
    <message>
        <source>Click one, or press Enter, and it opens as a scenario with its luck written out; Undo brings the plan back.</source>
        <translation>Un clic ou Entrée en ouvre un comme scénario, son hasard écrit en toutes lettres&#x202f;; Annuler ramène le plan.</translation>
    </message>
    <message>
        <source>{measure}: how many worlds are at least as bad</source>
        <translation>{measure}&#xa0;: combien de mondes sont au moins aussi mauvais</translation>
    </message>
    <message>
        <source>Some month is short in {ever} of worlds; no month more often than {month}, in {short}.</source>
        <translation>Un mois au moins est en déficit dans {ever} des mondes&#x202f;; le plus touché, {month}, l’est dans {short}.</translation>
    </message>
    <message>
        <source>Every world is short in {month}, if not before.</source>
        <translation>Chaque monde est en déficit en {month}, sinon plus tôt.</translation>
    </message>
    <message>
        <source>Every world is short in {month}.</source>
        <translation>Chaque monde est en déficit en {month}.</translation>
    </message>
    <message>
        <source>No month is short in any of the worlds.</source>
        <translation>Aucun mois n’est en déficit, dans aucun des mondes.</translation>
    </message>
    <message>
        <source>{mean} expected; {tail} in the worst twentieth of the worlds; {plain} without luck.</source>
        <translation>{mean} attendus&#x202f;; {tail} dans le pire vingtième des mondes&#x202f;; {plain} sans hasard.</translation>
    </message>
    <message>
        <source>No revenue goes unserved in any of the worlds.</source>
        <translation>Dans aucun des mondes, il n’y a de revenus non servis.</translation>
    </message>
    <message>
        <source>The worst are alike: {value}.</source>
        <translation>Les pires se valent&#xa0;: {value}.</translation>
    </message>
    <message>
        <source>{plain}, with luck or without.</source>
        <translation>{plain}, avec ou sans hasard.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Worst 5%</source>
        <translation>Pires 5&#xa0;%</translation>
    </message>
    <message>
        <source>{part}: {mean} of what is expected, {tail} of the worst twentieth</source>
        <translation>{part}&#xa0;: {mean} de ce qui est attendu, {tail} du pire vingtième</translation>
    </message>
    <message>
        <source>World {number}: {value}</source>
        <translation>Monde {number}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>World {number}</source>
        <translation>Monde {number}</translation>
    </message>
    <message>
        <source>All worlds are alike: {value}.</source>
        <translation>Tous les mondes se valent&#xa0;: {value}.</translation>
    </message>
</context>
<context>
    <name>OptionalRow</name>
    <message>
        <source>limited</source>
        <translation>plafonné</translation>
    </message>
    <message>
        <source>{lever}: limited</source>
        <translation>{lever}&#xa0;: plafonné</translation>
    </message>
    <message>
        <source>Without the tick there is no limit</source>
        <translation>Sans la coche, il n’y a pas de plafond</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>Headroom</source>
        <translation>Headroom</translation>
    </message>
    <message>
        <source>Judgement and conventions of the model</source>
        <translation>Jugements et conventions du modèle</translation>
    </message>
    <message>
        <source>Epoch AI</source>
        <translation>Epoch AI</translation>
    </message>
    <message>
        <source>AI compute users</source>
        <translation>AI compute users</translation>
    </message>
    <message>
        <source>Frontier Data Centers</source>
        <translation>Frontier Data Centers</translation>
    </message>
    <message>
        <source>AI chip sales</source>
        <translation>AI chip sales</translation>
    </message>
    <message>
        <source>AI data center cost breakdown</source>
        <translation>AI data center cost breakdown</translation>
    </message>
    <message>
        <source>Trends in GPU price-performance</source>
        <translation>Trends in GPU price-performance</translation>
    </message>
    <message>
        <source>ML hardware energy efficiency</source>
        <translation>ML hardware energy efficiency</translation>
    </message>
    <message>
        <source>A. Ho and others</source>
        <translation>A. Ho et autres</translation>
    </message>
    <message>
        <source>Algorithmic progress in language models</source>
        <translation>Algorithmic progress in language models</translation>
    </message>
    <message>
        <source>A. Grattafiori and others</source>
        <translation>A. Grattafiori et autres</translation>
    </message>
    <message>
        <source>The Llama 3 herd of models</source>
        <translation>The Llama 3 herd of models</translation>
    </message>
    <message>
        <source>Lawrence Berkeley National Laboratory</source>
        <translation>Lawrence Berkeley National Laboratory</translation>
    </message>
    <message>
        <source>United States Data Center Energy Usage Report</source>
        <translation>United States Data Center Energy Usage Report</translation>
    </message>
    <message>
        <source>U.S. Energy Information Administration</source>
        <translation>U.S. Energy Information Administration</translation>
    </message>
    <message>
        <source>Short-Term Energy Outlook</source>
        <translation>Short-Term Energy Outlook</translation>
    </message>
    <message>
        <source>JLL</source>
        <translation>JLL</translation>
    </message>
    <message>
        <source>Global Data Center Outlook</source>
        <translation>Global Data Center Outlook</translation>
    </message>
    <message>
        <source>MLCommons</source>
        <translation>MLCommons</translation>
    </message>
    <message>
        <source>Inference results</source>
        <translation>Résultats d’inférence</translation>
    </message>
    <message>
        <source>Turner &amp; Townsend</source>
        <translation>Turner &amp; Townsend</translation>
    </message>
    <message>
        <source>Data centre construction cost index</source>
        <translation>Data centre construction cost index</translation>
    </message>
    <message>
        <source>Deloitte</source>
        <translation>Deloitte</translation>
    </message>
    <message>
        <source>TMT Predictions</source>
        <translation>TMT Predictions</translation>
    </message>
    <message>
        <source>Google; AWS; Meta; Microsoft</source>
        <translation>Google; AWS; Meta; Microsoft</translation>
    </message>
    <message>
        <source>Environmental reports</source>
        <translation>Rapports environnementaux</translation>
    </message>
    <message>
        <source>L. A. Barroso and others</source>
        <translation>L. A. Barroso et autres</translation>
    </message>
    <message>
        <source>The datacenter as a computer</source>
        <translation>The datacenter as a computer</translation>
    </message>
    <message>
        <source>J.P. Morgan</source>
        <translation>J.P. Morgan</translation>
    </message>
    <message>
        <source>Semiconductor supply notes</source>
        <translation>Notes sur l’offre de semi-conducteurs</translation>
    </message>
    <message>
        <source>Public serving benchmarks</source>
        <translation>Mesures publiques de service</translation>
    </message>
    <message>
        <source>Serving throughput and its fits</source>
        <translation>Débits de service et leurs ajustements</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>TPU documentation and price list</source>
        <translation>Documentation et tarifs des TPU</translation>
    </message>
    <message>
        <source>AWS</source>
        <translation>AWS</translation>
    </message>
    <message>
        <source>Neuron documentation</source>
        <translation>Documentation Neuron</translation>
    </message>
    <message>
        <source>NVIDIA</source>
        <translation>NVIDIA</translation>
    </message>
    <message>
        <source>Datasheets</source>
        <translation>Fiches techniques</translation>
    </message>
    <message>
        <source>SemiAnalysis</source>
        <translation>SemiAnalysis</translation>
    </message>
    <message>
        <source>AI cloud TCO model and notes</source>
        <translation>Modèle de coût du nuage IA et notes</translation>
    </message>
    <message>
        <source>The Great GPU Shortage</source>
        <translation>The Great GPU Shortage</translation>
    </message>
    <message>
        <source>Reuters</source>
        <translation>Reuters</translation>
    </message>
    <message>
        <source>Reports on the draft prospectus</source>
        <translation>Articles sur le projet de prospectus</translation>
    </message>
    <message>
        <source>SpaceX</source>
        <translation>SpaceX</translation>
    </message>
    <message>
        <source>Form S-1</source>
        <translation>Formulaire S-1</translation>
    </message>
    <message>
        <source>U.S. Securities and Exchange Commission</source>
        <translation>U.S. Securities and Exchange Commission</translation>
    </message>
    <message>
        <source>Filings</source>
        <translation>Dépôts</translation>
    </message>
    <message>
        <source>Broadcom</source>
        <translation>Broadcom</translation>
    </message>
    <message>
        <source>Results calls and Form 8-K</source>
        <translation>Présentations de résultats et formulaire 8-K</translation>
    </message>
    <message>
        <source>Amazon</source>
        <translation>Amazon</translation>
    </message>
    <message>
        <source>Forms 10-Q and 10-K</source>
        <translation>Formulaires 10-Q et 10-K</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>Annonces</translation>
    </message>
    <message>
        <source>Microsoft</source>
        <translation>Microsoft</translation>
    </message>
    <message>
        <source>Data centre operators</source>
        <translation>Exploitants de centres de données</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>Fournisseurs</translation>
    </message>
    <message>
        <source>Roadmaps and launches</source>
        <translation>Feuilles de route et lancements</translation>
    </message>
    <message>
        <source>The company and its suppliers</source>
        <translation>L’entreprise et ses fournisseurs</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>L’article</translation>
    </message>
    <message>
        <source>A story in the press</source>
        <translation>Un article de presse</translation>
    </message>
    <message>
        <source>Notes and models</source>
        <translation>Notes et modèles</translation>
    </message>
    <message>
        <source>Filings and vendors</source>
        <translation>Dépôts et fournisseurs</translation>
    </message>
    <message>
        <source>As each entry says</source>
        <translation>Comme le dit chaque entrée</translation>
    </message>
    <message>
        <source>The press</source>
        <translation>La presse</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Articles</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Edge of the timeline</source>
        <translation>Bord de la frise</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Parc</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>Offre</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mix</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Nothing is drawn here that rests on assumptions.</source>
        <translation>Rien n’est dessiné ici qui repose sur des hypothèses.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Page: {title}</source>
        <translation>Page&#xa0;: {title}</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Edge of the levers</source>
        <translation>Bord des leviers</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>Mix of new power at start</source>
        <translation>Mix de la nouvelle puissance au départ</translation>
    </message>
    <message>
        <source>Share of each family in newly bought IT power up to the month the mix begins to change; the families sum to 1.</source>
        <translation>Part de chaque famille dans la puissance IT achetée, jusqu’au mois où le mix commence à changer&#x202f;; la somme des familles vaut 1.</translation>
    </message>
    <message>
        <source>Target mix of new power</source>
        <translation>Mix visé de la nouvelle puissance</translation>
    </message>
    <message>
        <source>Share of each family in newly bought IT power from the mix month on; the families sum to 1.</source>
        <translation>Part de chaque famille dans la puissance IT achetée à partir du mois visé&#x202f;; la somme des familles vaut 1.</translation>
    </message>
    <message>
        <source>Month until which purchases keep the starting mix; the target mix is reached linearly after it.</source>
        <translation>Mois jusqu’auquel les achats gardent le mix de départ&#x202f;; le mix visé est ensuite atteint linéairement.</translation>
    </message>
    <message>
        <source>Month in which the mix of purchases reaches its target.</source>
        <translation>Mois où le mix des achats atteint sa cible.</translation>
    </message>
    <message>
        <source>Initial fleet</source>
        <translation>Parc initial</translation>
    </message>
    <message>
        <source>Chip life</source>
        <translation>Durée de vie des puces</translation>
    </message>
    <message>
        <source>Months until a delivery leaves the fleet; also the rental term and the amortisation time of chips.</source>
        <translation>Mois avant qu’une livraison quitte le parc&#x202f;; c’est aussi la durée de location et d’amortissement des puces.</translation>
    </message>
    <message>
        <source>Repowering threshold</source>
        <translation>Seuil de remplacement</translation>
    </message>
    <message>
        <source>Where power is short, chips with less than this share of a new chip&apos;s compute per watt make way for new ones; 0 is never.</source>
        <translation>Où la puissance manque, les puces dont le calcul par watt est sous cette part de celui d’une puce neuve font place à des neuves&#x202f;; 0, c’est jamais.</translation>
    </message>
    <message>
        <source>Repowering at most</source>
        <translation>Remplacement au plus</translation>
    </message>
    <message>
        <source>Largest share of the fleet&apos;s IT power that makes way in a year.</source>
        <translation>Plus grande part de la puissance IT du parc qui fait place en un an.</translation>
    </message>
    <message>
        <source>First month</source>
        <translation>Premier mois</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Horizon</translation>
    </message>
    <message>
        <source>How many months are simulated; 96 from 2025-01 ends in 2032-12.</source>
        <translation>Nombre de mois simulés&#x202f;; 96 à partir de 2025-01 mènent à 2032-12.</translation>
    </message>
    <message>
        <source>History ends</source>
        <translation>Fin de l’historique</translation>
    </message>
    <message>
        <source>Month up to which the catalogue and the power schedule are history; slips, delays and price factors act only from here on.</source>
        <translation>Mois jusqu’auquel le catalogue et le calendrier de puissance sont de l’histoire&#x202f;; retards et facteurs de prix n’agissent qu’ensuite.</translation>
    </message>
    <message>
        <source>Known revenue</source>
        <translation>Revenus connus</translation>
    </message>
    <message>
        <source>Revenue growth after the last known point</source>
        <translation>Croissance des revenus après le dernier point connu</translation>
    </message>
    <message>
        <source>Yearly growth factor of revenue right after the last known point, before it fades.</source>
        <translation>Facteur annuel de croissance des revenus juste après le dernier point connu, avant qu’il ne s’atténue.</translation>
    </message>
    <message>
        <source>Long-run revenue growth</source>
        <translation>Croissance des revenus à long terme</translation>
    </message>
    <message>
        <source>Yearly growth factor that revenue growth fades to.</source>
        <translation>Facteur annuel vers lequel tend la croissance des revenus.</translation>
    </message>
    <message>
        <source>Half-life of excess growth</source>
        <translation>Demi-vie de la croissance excédentaire</translation>
    </message>
    <message>
        <source>Time in which the logarithm of growth comes half way from its starting to its long-run value.</source>
        <translation>Temps que met le logarithme de la croissance à faire la moitié du chemin vers sa valeur à long terme.</translation>
    </message>
    <message>
        <source>Serving compute per revenue</source>
        <translation>Calcul de service par revenu</translation>
    </message>
    <message>
        <source>Algorithmic efficiency</source>
        <translation>Efficacité algorithmique</translation>
    </message>
    <message>
        <source>Yearly factor by which software lowers the compute needed for the same result.</source>
        <translation>Facteur annuel par lequel le logiciel réduit le calcul nécessaire à un même résultat.</translation>
    </message>
    <message>
        <source>Compute per revenue from now on</source>
        <translation>Calcul par revenu, désormais</translation>
    </message>
    <message>
        <source>Yearly factor on the compute that a dollar of revenue needs after the as-of month; empty: what algorithmic efficiency and rebound say, as before it.</source>
        <translation>Facteur annuel du calcul que demande un dollar de revenu après le mois de référence&#x202f;; vide&#xa0;: ce que disent l’efficacité des algorithmes et le rebond, comme avant.</translation>
    </message>
    <message>
        <source>Rebound</source>
        <translation>Effet rebond</translation>
    </message>
    <message>
        <source>Share of the algorithmic gain that is spent again on larger models, longer answers and more use; at 1 compute per revenue is constant, above 1 it grows.</source>
        <translation>Part du gain algorithmique redépensée en modèles plus grands, réponses plus longues et usages nouveaux&#x202f;; à 1, le calcul par revenu est constant, au-dessus de 1 il croît.</translation>
    </message>
    <message>
        <source>Training share at start</source>
        <translation>Part de l’entraînement au départ</translation>
    </message>
    <message>
        <source>Training share in the long run</source>
        <translation>Part de l’entraînement à long terme</translation>
    </message>
    <message>
        <source>Share of the fleet used for training and research from the end month on.</source>
        <translation>Part du parc consacrée à l’entraînement et à la recherche à partir du mois final.</translation>
    </message>
    <message>
        <source>Month in which the training share reaches its long-run value.</source>
        <translation>Mois où la part de l’entraînement atteint sa valeur à long terme.</translation>
    </message>
    <message>
        <source>Planning lead</source>
        <translation>Avance de planification</translation>
    </message>
    <message>
        <source>New chips are scheduled to arrive this many months before demand needs them.</source>
        <translation>Les nouvelles puces sont prévues autant de mois avant que la demande en ait besoin.</translation>
    </message>
    <message>
        <source>Reserve margin</source>
        <translation>Marge de réserve</translation>
    </message>
    <message>
        <source>Capacity planned above expected demand.</source>
        <translation>Capacité prévue au-delà de la demande attendue.</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Tirages</translation>
    </message>
    <message>
        <source>Number of scenarios in an ensemble.</source>
        <translation>Nombre de scénarios d’un ensemble.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Seed of the common random numbers.</source>
        <translation>Graine des nombres aléatoires communs.</translation>
    </message>
    <message>
        <source>Spread of growth</source>
        <translation>Dispersion de la croissance</translation>
    </message>
    <message>
        <source>Standard deviation of the logarithm of starting revenue growth.</source>
        <translation>Écart-type du logarithme de la croissance initiale des revenus.</translation>
    </message>
    <message>
        <source>Spread of algorithmic efficiency</source>
        <translation>Dispersion de l’efficacité algorithmique</translation>
    </message>
    <message>
        <source>Standard deviation of the logarithm of algorithmic efficiency.</source>
        <translation>Écart-type du logarithme de l’efficacité algorithmique.</translation>
    </message>
    <message>
        <source>Spread of rebound</source>
        <translation>Dispersion de l’effet rebond</translation>
    </message>
    <message>
        <source>Standard deviation of the rebound after the as-of month.</source>
        <translation>Écart-type de l’effet rebond après la fin de l’historique.</translation>
    </message>
    <message>
        <source>Spread of chip prices</source>
        <translation>Dispersion du prix des puces</translation>
    </message>
    <message>
        <source>Standard deviation of the logarithm of chip prices.</source>
        <translation>Écart-type du logarithme du prix des puces.</translation>
    </message>
    <message>
        <source>Correlation of chip prices</source>
        <translation>Corrélation du prix des puces</translation>
    </message>
    <message>
        <source>Correlation of price luck between families.</source>
        <translation>Corrélation des aléas de prix entre familles.</translation>
    </message>
    <message>
        <source>Investment budget</source>
        <translation>Budget d’investissement</translation>
    </message>
    <message>
        <source>Yearly limit on the capital cost of new capacity, owned or rented; empty is unlimited.</source>
        <translation>Plafond annuel du coût en capital de la nouvelle capacité, achetée ou louée&#x202f;; vide signifie sans limite.</translation>
    </message>
    <message>
        <source>Owned share</source>
        <translation>Part achetée</translation>
    </message>
    <message>
        <source>Share of each family that is bought; the rest is rented under long contracts.</source>
        <translation>Part de chaque famille qui est achetée&#x202f;; le reste est loué par des contrats longs.</translation>
    </message>
    <message>
        <source>Price factor</source>
        <translation>Facteur de prix</translation>
    </message>
    <message>
        <source>Multiplies capital cost and rent of deliveries from the as-of month on.</source>
        <translation>Multiplie le coût d’achat et le loyer des livraisons à partir de la fin de l’historique.</translation>
    </message>
    <message>
        <source>Price growth</source>
        <translation>Évolution des prix</translation>
    </message>
    <message>
        <source>Yearly factor on capital cost and rent of deliveries after the as-of month.</source>
        <translation>Facteur annuel sur le coût d’achat et le loyer des livraisons après la fin de l’historique.</translation>
    </message>
    <message>
        <source>Rents</source>
        <translation>Loyers</translation>
    </message>
    <message>
        <source>Quoted: the catalogue&apos;s rents. Cost: what a provider with the same cost of capital needs, plus its margin.</source>
        <translation>Affichés&#xa0;: les loyers du catalogue. Coût&#xa0;: ce qu’il faut à un fournisseur qui a le même coût du capital, plus sa marge.</translation>
    </message>
    <message>
        <source>Provider&apos;s margin</source>
        <translation>Marge du fournisseur</translation>
    </message>
    <message>
        <source>What a provider adds to its cost, where rents are made from cost.</source>
        <translation>Ce qu’un fournisseur ajoute à son coût, là où les loyers viennent du coût.</translation>
    </message>
    <message>
        <source>Cost of capital</source>
        <translation>Coût du capital</translation>
    </message>
    <message>
        <source>Real weighted cost of capital for annuities and discounting.</source>
        <translation>Coût réel moyen pondéré du capital, pour les annuités et l’actualisation.</translation>
    </message>
    <message>
        <source>Facility capital cost</source>
        <translation>Coût en capital des sites</translation>
    </message>
    <message>
        <source>Building, power and cooling per watt of IT power.</source>
        <translation>Bâtiment, alimentation et refroidissement par watt de puissance IT.</translation>
    </message>
    <message>
        <source>Facility life</source>
        <translation>Durée de vie des sites</translation>
    </message>
    <message>
        <source>Amortisation time of the facility.</source>
        <translation>Durée d’amortissement du site.</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>Yearly average of facility over IT energy; used for energy only.</source>
        <translation>Moyenne annuelle de l’énergie du site rapportée à l’énergie IT&#x202f;; ne sert qu’à l’énergie.</translation>
    </message>
    <message>
        <source>Load factor</source>
        <translation>Facteur de charge</translation>
    </message>
    <message>
        <source>Average over nameplate IT power.</source>
        <translation>Puissance IT moyenne rapportée à la puissance nominale.</translation>
    </message>
    <message>
        <source>Electricity price</source>
        <translation>Prix de l’électricité</translation>
    </message>
    <message>
        <source>Electricity escalation</source>
        <translation>Hausse de l’électricité</translation>
    </message>
    <message>
        <source>Real yearly change of the electricity price.</source>
        <translation>Variation réelle annuelle du prix de l’électricité.</translation>
    </message>
    <message>
        <source>Site operation</source>
        <translation>Exploitation des sites</translation>
    </message>
    <message>
        <source>Staff and operation of owned sites without energy.</source>
        <translation>Personnel et exploitation des sites propres, hors énergie.</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Yearly maintenance and spares of owned chips.</source>
        <translation>Maintenance et pièces de rechange annuelles des puces achetées.</translation>
    </message>
    <message>
        <source>Platform cost</source>
        <translation>Coût de plateforme</translation>
    </message>
    <message>
        <source>Standing cost of one more software stack: compilers, kernels, operations.</source>
        <translation>Coût permanent d’une pile logicielle de plus&#xa0;: compilateurs, noyaux de calcul, exploitation.</translation>
    </message>
    <message>
        <source>Facility power at start</source>
        <translation>Puissance des sites au départ</translation>
    </message>
    <message>
        <source>Facility power when ready</source>
        <translation>Puissance des sites une fois prêts</translation>
    </message>
    <message>
        <source>Facility power available in the ready month.</source>
        <translation>Puissance des sites disponible au mois où ils sont prêts.</translation>
    </message>
    <message>
        <source>Month in which power begins to grow from its starting value.</source>
        <translation>Mois où la puissance commence à croître depuis sa valeur de départ.</translation>
    </message>
    <message>
        <source>Month in which the power budget is reached.</source>
        <translation>Mois où la puissance prévue est atteinte.</translation>
    </message>
    <message>
        <source>Power growth after that</source>
        <translation>Croissance de la puissance ensuite</translation>
    </message>
    <message>
        <source>Facility power added each year after the ready month.</source>
        <translation>Puissance des sites ajoutée chaque année après ce mois.</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Places that bring power: name, gigawatts, first month, ramp, chance of being built.</source>
        <translation>Lieux qui apportent de la puissance&#xa0;: nom, gigawatts, premier mois, montée, chance d’être construit.</translation>
    </message>
    <message>
        <source>Grid delay</source>
        <translation>Retard du réseau électrique</translation>
    </message>
    <message>
        <source>Months by which power planned after the as-of month comes late.</source>
        <translation>Mois de retard de la puissance prévue après la fin de l’historique.</translation>
    </message>
    <message>
        <source>Facility over IT power at peak</source>
        <translation>Puissance des sites sur puissance IT en pointe</translation>
    </message>
    <message>
        <source>Peak facility power over IT power; converts the facility limit into an IT limit.</source>
        <translation>Puissance de pointe des sites rapportée à la puissance IT&#x202f;; convertit la limite des sites en limite IT.</translation>
    </message>
    <message>
        <source>Shocks</source>
        <translation>Chocs</translation>
    </message>
    <message>
        <source>List of shocks: kind, scope, start month, duration in months, severity.</source>
        <translation>Liste de chocs&#xa0;: genre, portée, mois de début, durée en mois, gravité.</translation>
    </message>
    <message>
        <source>Shortfall tolerance</source>
        <translation>Tolérance au déficit</translation>
    </message>
    <message>
        <source>A month counts as short when more than this share of demand is unserved.</source>
        <translation>Un mois est en déficit quand plus que cette part de la demande n’est pas servie.</translation>
    </message>
    <message>
        <source>Supply outage rate</source>
        <translation>Fréquence des interruptions d’approvisionnement</translation>
    </message>
    <message>
        <source>Supply outages a year of each family, the common ones included.</source>
        <translation>Interruptions d’approvisionnement par an de chaque famille, interruptions communes comprises.</translation>
    </message>
    <message>
        <source>Supply outage duration</source>
        <translation>Durée des interruptions d’approvisionnement</translation>
    </message>
    <message>
        <source>Mean length of a supply outage.</source>
        <translation>Durée moyenne d’une interruption d’approvisionnement.</translation>
    </message>
    <message>
        <source>Supply outage severity</source>
        <translation>Gravité des interruptions d’approvisionnement</translation>
    </message>
    <message>
        <source>Share of a family&apos;s supply lost in an outage of its own.</source>
        <translation>Part de l’offre d’une famille perdue lors d’une interruption qui lui est propre.</translation>
    </message>
    <message>
        <source>Common-cause share</source>
        <translation>Part des causes communes</translation>
    </message>
    <message>
        <source>Share of the outage rate that hits all families together, for they share foundry, packaging and memory.</source>
        <translation>Part de la fréquence des interruptions qui touche toutes les familles à la fois, car elles partagent fonderie, assemblage et mémoire.</translation>
    </message>
    <message>
        <source>Common outage severity</source>
        <translation>Gravité des interruptions communes</translation>
    </message>
    <message>
        <source>Share of every family&apos;s supply lost in a common outage.</source>
        <translation>Part de l’offre de chaque famille perdue lors d’une interruption commune.</translation>
    </message>
    <message>
        <source>Contract recall rate</source>
        <translation>Fréquence des rappels de contrat</translation>
    </message>
    <message>
        <source>Contract recalls or disputes a year for each family.</source>
        <translation>Rappels de contrat ou litiges par an pour chaque famille.</translation>
    </message>
    <message>
        <source>Contract recall duration</source>
        <translation>Durée des rappels de contrat</translation>
    </message>
    <message>
        <source>Months for which recalled capacity is out of reach.</source>
        <translation>Mois pendant lesquels la capacité rappelée est hors d’atteinte.</translation>
    </message>
    <message>
        <source>Contract recall severity</source>
        <translation>Gravité des rappels de contrat</translation>
    </message>
    <message>
        <source>Share of the family&apos;s installed capacity out of reach in a recall.</source>
        <translation>Part de la capacité installée de la famille hors d’atteinte lors d’un rappel.</translation>
    </message>
    <message>
        <source>Chance of a slip</source>
        <translation>Probabilité d’un retard de génération</translation>
    </message>
    <message>
        <source>Chance that a family&apos;s coming generations are late.</source>
        <translation>Probabilité que les prochaines générations d’une famille soient en retard.</translation>
    </message>
    <message>
        <source>Shortest slip</source>
        <translation>Retard de génération le plus court</translation>
    </message>
    <message>
        <source>Lower end of a generation slip.</source>
        <translation>Borne basse d’un retard de génération.</translation>
    </message>
    <message>
        <source>Longest slip</source>
        <translation>Retard de génération le plus long</translation>
    </message>
    <message>
        <source>Upper end of a generation slip.</source>
        <translation>Borne haute d’un retard de génération.</translation>
    </message>
    <message>
        <source>Chance of a grid delay</source>
        <translation>Probabilité d’un retard du réseau</translation>
    </message>
    <message>
        <source>Chance that coming power is late.</source>
        <translation>Probabilité que la puissance à venir soit en retard.</translation>
    </message>
    <message>
        <source>Shortest grid delay</source>
        <translation>Retard du réseau le plus court</translation>
    </message>
    <message>
        <source>Lower end of a grid delay.</source>
        <translation>Borne basse d’un retard du réseau.</translation>
    </message>
    <message>
        <source>Longest grid delay</source>
        <translation>Retard du réseau le plus long</translation>
    </message>
    <message>
        <source>Upper end of a grid delay.</source>
        <translation>Borne haute d’un retard du réseau.</translation>
    </message>
    <message>
        <source>Common grid luck</source>
        <translation>Hasard commun du réseau</translation>
    </message>
    <message>
        <source>Chance that a site shares the grid luck of the general schedule instead of having its own.</source>
        <translation>Chance qu’un site partage le hasard du réseau du calendrier général au lieu d’avoir le sien.</translation>
    </message>
    <message>
        <source>Generation ramp</source>
        <translation>Montée en cadence d’une génération</translation>
    </message>
    <message>
        <source>Months in which a new generation takes over a family&apos;s deliveries.</source>
        <translation>Mois que met une nouvelle génération à prendre toutes les livraisons d’une famille.</translation>
    </message>
    <message>
        <source>Generation cadence</source>
        <translation>Cadence des générations</translation>
    </message>
    <message>
        <source>Months between generations after the catalogue&apos;s last.</source>
        <translation>Mois entre les générations après la dernière du catalogue.</translation>
    </message>
    <message>
        <source>Performance per watt</source>
        <translation>Performance par watt</translation>
    </message>
    <message>
        <source>Yearly growth of operations per watt of generations after the catalogue.</source>
        <translation>Croissance annuelle des opérations par watt des générations d’après le catalogue.</translation>
    </message>
    <message>
        <source>Watts per chip</source>
        <translation>Watts par puce</translation>
    </message>
    <message>
        <source>Yearly growth of IT power per chip of generations after the catalogue.</source>
        <translation>Croissance annuelle de la puissance IT par puce des générations d’après le catalogue.</translation>
    </message>
    <message>
        <source>Price-performance</source>
        <translation>Performance par dollar</translation>
    </message>
    <message>
        <source>Yearly growth of operations per dollar of generations after the catalogue.</source>
        <translation>Croissance annuelle des opérations par dollar des générations d’après le catalogue.</translation>
    </message>
    <message>
        <source>Training utilisation</source>
        <translation>Taux d’utilisation à l’entraînement</translation>
    </message>
    <message>
        <source>Share of peak 8-bit operations put to use in training.</source>
        <translation>Part des opérations de pointe en 8 bits réellement utilisée à l’entraînement.</translation>
    </message>
    <message>
        <source>Serving utilisation</source>
        <translation>Taux d’utilisation en service</translation>
    </message>
    <message>
        <source>Share of peak 8-bit operations put to use in serving, prefill and decode together.</source>
        <translation>Part des opérations de pointe en 8 bits réellement utilisée en service, préremplissage et décodage ensemble.</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>Share of time that chips do useful work (goodput).</source>
        <translation>Part du temps où les puces font un travail utile (goodput).</translation>
    </message>
    <message>
        <source>Bring-up time</source>
        <translation>Délai de mise en service</translation>
    </message>
    <message>
        <source>Whole months from delivery to service, while power and cost already run.</source>
        <translation>Mois entiers de la livraison à la mise en service, pendant lesquels puissance et coûts courent déjà.</translation>
    </message>
    <message>
        <source>Software gain</source>
        <translation>Gain logiciel</translation>
    </message>
    <message>
        <source>Yearly factor by which software raises utilisation right after the as-of month, before it fades.</source>
        <translation>Facteur annuel dont le logiciel relève l’utilisation juste après la fin de l’historique, avant de s’estomper.</translation>
    </message>
    <message>
        <source>Half-life of the software gain</source>
        <translation>Demi-vie du gain logiciel</translation>
    </message>
    <message>
        <source>Time in which the software gain comes half way to nothing.</source>
        <translation>Temps dans lequel le gain logiciel fait la moitié du chemin vers rien.</translation>
    </message>
    <message>
        <source>Active parameters</source>
        <translation>Paramètres actifs</translation>
    </message>
    <message>
        <source>Active parameters of the served model; converts compute into tokens.</source>
        <translation>Paramètres actifs du modèle servi&#x202f;; convertit le calcul en jetons.</translation>
    </message>
    <message>
        <source>Long-run supply growth</source>
        <translation>Croissance de l’offre à long terme</translation>
    </message>
    <message>
        <source>Yearly growth factor that supply growth fades to.</source>
        <translation>Facteur annuel vers lequel tend la croissance de l’offre.</translation>
    </message>
    <message>
        <source>Half-life of excess supply growth</source>
        <translation>Demi-vie de la croissance excédentaire de l’offre</translation>
    </message>
    <message>
        <source>Time in which the logarithm of supply growth comes half way from its starting to its long-run value.</source>
        <translation>Temps que met le logarithme de la croissance de l’offre à faire la moitié du chemin vers sa valeur à long terme.</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Contrats</translation>
    </message>
    <message>
        <source>What suppliers have promised: name, family, first month, ramp, gigawatts of IT, firm share, price factor.</source>
        <translation>Ce que les fournisseurs ont promis&#xa0;: nom, famille, premier mois, montée, gigawatts IT, part ferme, facteur de prix.</translation>
    </message>
    <message>
        <source>Substitution</source>
        <translation>Substitution</translation>
    </message>
    <message>
        <source>Share of unmet orders that can move at once to another family with supply to spare.</source>
        <translation>Part des commandes non honorées qui peut passer aussitôt à une autre famille dont l’offre est excédentaire.</translation>
    </message>
    <message>
        <source>Substitute outside the mix</source>
        <translation>Substituer hors du mix</translation>
    </message>
    <message>
        <source>Whether families with no share in the mix may take over unmet orders.</source>
        <translation>Si des familles sans part dans le mix peuvent reprendre les commandes non honorées.</translation>
    </message>
    <message>
        <source>Generation slip</source>
        <translation>Retard de génération</translation>
    </message>
    <message>
        <source>Months by which each future generation of a family is late.</source>
        <translation>Mois de retard de chaque génération à venir d’une famille.</translation>
    </message>
    <message>
        <source>grade {grade}</source>
        <translation>note {grade}</translation>
    </message>
    <message>
        <source>Mix begins to change</source>
        <translation>Le mix commence à changer</translation>
    </message>
    <message>
        <source>Target mix reached</source>
        <translation>Mix visé atteint</translation>
    </message>
    <message>
        <source>Training share settles</source>
        <translation>Part de l’entraînement stabilisée</translation>
    </message>
    <message>
        <source>Power ramp starts</source>
        <translation>La puissance commence à monter</translation>
    </message>
    <message>
        <source>Power ready</source>
        <translation>Puissance prête</translation>
    </message>
    <message>
        <source>IT power of the chips in service in the first month.</source>
        <translation>Puissance IT des puces déjà en service le premier mois.</translation>
    </message>
    <message>
        <source>Calendar month in which it begins; all other months count from it.</source>
        <translation>Mois où tout commence&#x202f;; les autres mois se comptent à partir de lui.</translation>
    </message>
    <message>
        <source>Yearly growth factor of each family&apos;s supply in the first month, before it fades.</source>
        <translation>Facteur annuel de croissance de l’offre de chaque famille le premier mois, avant qu’il ne s’atténue.</translation>
    </message>
    <message>
        <source>Known points of the yearly revenue run-rate: pairs of month and $bn, in order, the first at the beginning. Between them the logarithm runs straight.</source>
        <translation>Points connus des revenus annualisés&#xa0;: des paires de mois et de Md$, dans l’ordre, le premier au début. Entre eux, le logarithme va tout droit.</translation>
    </message>
    <message>
        <source>Share of the fleet used for training and research in the first month.</source>
        <translation>Part du parc consacrée à l’entraînement et à la recherche le premier mois.</translation>
    </message>
    <message>
        <source>Facility power available in the first month.</source>
        <translation>Puissance des sites disponible le premier mois.</translation>
    </message>
    <message>
        <source>Supply at the start</source>
        <translation>Offre au départ</translation>
    </message>
    <message>
        <source>Chips a year of each family that can be had in the first month.</source>
        <translation>Puces de chaque famille que l’on peut obtenir par an le premier mois.</translation>
    </message>
    <message>
        <source>Supply growth at the start</source>
        <translation>Croissance de l’offre au départ</translation>
    </message>
    <message>
        <source>Effective 8-bit compute needed to serve $1 bn of run-rate revenue in the first month.</source>
        <translation>Calcul effectif en 8 bits nécessaire pour servir 1 milliard de dollars de revenus annuels le premier mois.</translation>
    </message>
    <message>
        <source>Delivered price of electricity in the first month.</source>
        <translation>Prix de l’électricité livrée le premier mois.</translation>
    </message>
</context>
<context>
    <name>Patience</name>
    <message>
        <source>the drive does not answer</source>
        <translation>le disque ne répond pas</translation>
    </message>
    <message>
        <source>Waiting for the drive…</source>
        <translation>Attente du disque…</translation>
    </message>
    <message>
        <source>Don&apos;t wait</source>
        <translation>Ne pas attendre</translation>
    </message>
</context>
<context>
    <name>Performance</name>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} ms</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Dessin</translation>
    </message>
    <message>
        <source>{middle}, p95 {slow}, most {most}</source>
        <translation>{middle}, p95 {slow}, max {most}</translation>
    </message>
    <message>
        <source>Lever to pixels</source>
        <translation>Du levier aux pixels</translation>
    </message>
    <message>
        <source>{late} of {painted} over 16.7 ms, {very} over 50 ms</source>
        <translation>{late} sur {painted} au-delà de 16,7 ms, {very} au-delà de 50 ms</translation>
    </message>
    <message>
        <source>Late frames</source>
        <translation>Images en retard</translation>
    </message>
    <message>
        <source>Moves merged into one frame</source>
        <translation>Mouvements fondus en une image</translation>
    </message>
    <message>
        <source>{time}, {draws} draws, in a process of its own</source>
        <translation>{time}, {draws} tirages, dans un processus à part</translation>
    </message>
    <message>
        <source>{time}, {draws} draws</source>
        <translation>{time}, {draws} tirages</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performances</translation>
    </message>
    <message>
        <source>Loop over the months</source>
        <translation>Boucle sur les mois</translation>
    </message>
</context>
<context>
    <name>PlanCells</name>
    <message>
        <source>{input}, {plan}</source>
        <translation>{input}, {plan}</translation>
    </message>
</context>
<context>
    <name>PlanCharts</name>
    <message>
        <source>What is drawn</source>
        <translation>Ce qui est tracé</translation>
    </message>
    <message>
        <source>How it is drawn</source>
        <translation>Comment c’est tracé</translation>
    </message>
    <message>
        <source>All in one</source>
        <translation>Tous ensemble</translation>
    </message>
    <message>
        <source>One each</source>
        <translation>Un par plan</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Écarts</translation>
    </message>
    <message>
        <source>In {unit}. </source>
        <translation>En {unit}. </translation>
    </message>
    <message>
        <source>More or less than “{plan}”.</source>
        <translation>De plus ou de moins que «&#xa0;{plan}&#xa0;».</translation>
    </message>
    <message>
        <source>{plan}: the plan, and where 50% and 90% of its worlds lie.</source>
        <translation>{plan}&#xa0;: le plan, et où sont 50&#xa0;% et 90&#xa0;% de ses mondes.</translation>
    </message>
    <message>
        <source>Point at a line for its worlds.</source>
        <translation>Pointez une ligne pour voir ses mondes.</translation>
    </message>
</context>
<context>
    <name>PlanFall</name>
    <message>
        <source>The number that is split into what differs</source>
        <translation>Le chiffre réparti entre les différences</translation>
    </message>
    <message>
        <source>Its months</source>
        <translation>Ses mois</translation>
    </message>
    <message>
        <source>in the month above</source>
        <translation>au mois ci-dessus</translation>
    </message>
    <message>
        <source>over the months to come</source>
        <translation>sur les mois à venir</translation>
    </message>
    <message>
        <source>Neither plan has this month.</source>
        <translation>Aucun des deux plans n’a ce mois.</translation>
    </message>
    <message>
        <source>Nothing differs that a number could hang on.</source>
        <translation>Rien ne diffère dont un chiffre puisse dépendre.</translation>
    </message>
    <message>
        <source>Not split into parts: these plans don&apos;t have the same months. Give both the same start and horizon, and here it says what each difference adds.</source>
        <translation>Pas de décomposition&#xa0;: ces plans n’ont pas les mêmes mois. Donnez-leur le même début et le même horizon, et vous lirez ici ce qu’ajoute chaque différence.</translation>
    </message>
    <message>
        <source>Not split into parts: these plans don&apos;t have the same chips to choose from.</source>
        <translation>Pas de décomposition&#xa0;: ces plans n’ont pas les mêmes puces au choix.</translation>
    </message>
</context>
<context>
    <name>PlanFront</name>
    <message>
        <source>Cost against unserved revenue</source>
        <translation>Coût face au revenu non servi</translation>
    </message>
    <message>
        <source>↑ unserved revenue, {unit}</source>
        <translation>↑ revenu non servi, {unit}</translation>
    </message>
    <message>
        <source>economic cost, {unit} →</source>
        <translation>coût économique, {unit} →</translation>
    </message>
</context>
<context>
    <name>PlanHeader</name>
    <message>
        <source>Name of the plan</source>
        <translation>Nom du plan</translation>
    </message>
    <message>
        <source>in the window</source>
        <translation>dans la fenêtre</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>base</translation>
    </message>
</context>
<context>
    <name>PlanMenus</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Another plan beside these</source>
        <translation>Un autre plan à côté de ceux-ci</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save the comparison as a file</source>
        <translation>Enregistrer la comparaison dans un fichier</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>A report of these plans</source>
        <translation>Un rapport de ces plans</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the table to the clipboard</source>
        <translation>Copier le tableau dans le presse-papiers</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>&amp;Fichiers…</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>E&amp;xemples</translation>
    </message>
    <message>
        <source>Named &amp;versions</source>
        <translation>&amp;Versions nommées</translation>
    </message>
    <message>
        <source>The &amp;window&apos;s scenario</source>
        <translation>Le scénario de la fe&amp;nêtre</translation>
    </message>
    <message>
        <source>The &amp;baseline</source>
        <translation>La &amp;référence</translation>
    </message>
    <message>
        <source>Bring &amp;back what was taken out</source>
        <translation>Ra&amp;mener ce qui a été retiré</translation>
    </message>
    <message>
        <source>&amp;Only baseline and scenario</source>
        <translation>Référence et &amp;scénario seuls</translation>
    </message>
    <message>
        <source>&amp;Compare the others with it</source>
        <translation>Y &amp;comparer les autres</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>A &amp;copy beside it</source>
        <translation>Une co&amp;pie à côté</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>R&amp;établir</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Make it the &amp;window&apos;s</source>
        <translation>En faire celui de la &amp;fenêtre</translation>
    </message>
    <message>
        <source>Make it the &amp;baseline</source>
        <translation>En faire la réfé&amp;rence</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Vers la &amp;gauche</translation>
    </message>
    <message>
        <source>Move ri&amp;ght</source>
        <translation>Vers la &amp;droite</translation>
    </message>
    <message>
        <source>&amp;Take it out</source>
        <translation>Re&amp;tirer</translation>
    </message>
    <message>
        <source>Take over “{name}”</source>
        <translation>Reprendre «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>“{name}” was taken out; the menu Add brings it back.</source>
        <translation>«&#xa0;{name}&#xa0;» a été retiré&#x202f;; le menu Ajouter le ramène.</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Plans side by side</source>
        <translation>Plans côte à côte</translation>
    </message>
</context>
<context>
    <name>PlotView</name>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On screen only: files and reports are in $ and GW.</source>
        <translation>À l’écran seulement&#xa0;: les fichiers et les rapports sont en $ et en GW.</translation>
    </message>
    <message>
        <source>Computing with NumPy: {reason}</source>
        <translation>Calcul avec NumPy&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print the Overview</source>
        <translation>Imprimer la vue d’ensemble</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>allowed is a text</source>
        <translation>un texte est attendu</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} lignes</translation>
    </message>
    <message>
        <source>allowed are {low} to {high}</source>
        <translation>de {low} à {high} sont permis</translation>
    </message>
    <message>
        <source>{count} families</source>
        <translation>{count} familles</translation>
    </message>
    <message>
        <source>allowed are {count}</source>
        <translation>{count} sont permis</translation>
    </message>
    <message>
        <source>every chip needs it</source>
        <translation>chaque puce en a besoin</translation>
    </message>
    <message>
        <source>allowed is a short name</source>
        <translation>un nom court est attendu</translation>
    </message>
    <message>
        <source>allowed is a month, YYYY-MM</source>
        <translation>un mois est attendu, AAAA-MM</translation>
    </message>
    <message>
        <source>allowed is A, B or C</source>
        <translation>A, B ou C est attendu</translation>
    </message>
    <message>
        <source>allowed is a name</source>
        <translation>un nom est attendu</translation>
    </message>
    <message>
        <source>not a path</source>
        <translation>ce n’est pas un chemin</translation>
    </message>
    <message>
        <source>is a folder, not a scenario file</source>
        <translation>est un dossier, pas un fichier de scénario</translation>
    </message>
    <message>
        <source>is not a plain file</source>
        <translation>n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>is not a Headroom scenario: no JSON object</source>
        <translation>n’est pas un scénario Headroom&#xa0;: pas d’objet JSON</translation>
    </message>
    <message>
        <source>stands there twice</source>
        <translation>y figure deux fois</translation>
    </message>
    <message>
        <source>is not UTF-8 text (byte {byte})</source>
        <translation>n’est pas du texte UTF-8 (octet {byte})</translation>
    </message>
    <message>
        <source>damaged JSON in line {line}, column {column}: {reason}</source>
        <translation>JSON endommagé, ligne {line}, colonne {column}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>damaged JSON: nested too deep or too long</source>
        <translation>JSON endommagé&#xa0;: imbrication trop profonde ou nombre trop long</translation>
    </message>
    <message>
        <source>written by a newer Headroom (version {number}): opened read-only</source>
        <translation>écrit par un Headroom plus récent (version {number})&#xa0;: ouvert en lecture seule</translation>
    </message>
    <message>
        <source>allowed are finite numbers</source>
        <translation>des nombres finis sont attendus</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et&#xa0;%n autre</numerusform>
            <numerusform>et&#xa0;%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown keys, kept but not used: {keys}</source>
        <translation>clés inconnues, gardées mais non utilisées&#xa0;: {keys}</translation>
    </message>
    <message>
        <source>was written by a newer Headroom and is read-only; save it under another name</source>
        <translation>a été écrit par un Headroom plus récent et est en lecture seule&#x202f;; enregistrez-le sous un autre nom</translation>
    </message>
    <message>
        <source>written in an older form (version {old}), read as the newest</source>
        <translation>écrit sous une forme plus ancienne (version {old}), lu comme la plus récente</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>ne peut pas être lu&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation>ne peut pas être écrit&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>allowed is a list of versions</source>
        <translation>une liste de versions est attendue</translation>
    </message>
    <message>
        <source>a version has {keys}</source>
        <translation>une version a {keys}</translation>
    </message>
    <message>
        <source>allowed is a scenario file&apos;s object</source>
        <translation>l’objet d’un fichier de scénario est attendu</translation>
    </message>
    <message>
        <source>a document holds at most {count} versions and {size} MB of them; remove one</source>
        <translation>un document garde au plus {count} versions et {size} Mo&#x202f;; supprimez-en une</translation>
    </message>
    <message>
        <source>allowed is a text of 1 to {most} characters on one line</source>
        <translation>un texte de 1 à {most} caractères sur une ligne est attendu</translation>
    </message>
    <message>
        <source>allowed is a text of at most {most} characters</source>
        <translation>un texte d’au plus {most} caractères est attendu</translation>
    </message>
    <message>
        <source>allowed is a date, YYYY-MM-DD, or a part of one</source>
        <translation>une date est attendue, AAAA-MM-JJ, ou une partie</translation>
    </message>
    <message>
        <source>allowed is a whole number from {low} to {high} {unit}, or none</source>
        <translation>un nombre entier de {low} à {high} {unit}, ou aucun, est attendu</translation>
    </message>
    <message>
        <source>{count} of them</source>
        <translation>au nombre de {count}</translation>
    </message>
    <message>
        <source>the names of a list differ; this one stands there twice</source>
        <translation>les noms d’une liste diffèrent&#x202f;; celui-ci s’y trouve deux fois</translation>
    </message>
    <message>
        <source>allowed is a list of at most {count} sites</source>
        <translation>une liste d’au plus {count} sites est attendue</translation>
    </message>
    <message>
        <source>a site is {shape}</source>
        <translation>un site est {shape}</translation>
    </message>
    <message>
        <source>a site has {keys}</source>
        <translation>un site a {keys}</translation>
    </message>
    <message>
        <source>allowed is a list of at most {count} contracts</source>
        <translation>une liste d’au plus {count} contrats est attendue</translation>
    </message>
    <message>
        <source>a contract is {shape}</source>
        <translation>un contrat est {shape}</translation>
    </message>
    <message>
        <source>a contract has {keys}</source>
        <translation>un contrat a {keys}</translation>
    </message>
    <message>
        <source>allowed is a list of at most {count} sources</source>
        <translation>une liste d’au plus {count} sources est attendue</translation>
    </message>
    <message>
        <source>a source is {shape}</source>
        <translation>une source est {shape}</translation>
    </message>
    <message>
        <source>a source has {keys}</source>
        <translation>une source a {keys}</translation>
    </message>
    <message>
        <source>allowed is a list of at most {count} claims</source>
        <translation>une liste d’au plus {count} affirmations est attendue</translation>
    </message>
    <message>
        <source>a claim is {shape}</source>
        <translation>une affirmation est {shape}</translation>
    </message>
    <message>
        <source>a claim has {keys}</source>
        <translation>une affirmation a {keys}</translation>
    </message>
    <message>
        <source>allowed is a text that is not empty</source>
        <translation>un texte non vide est attendu</translation>
    </message>
    <message>
        <source>allowed is a series, or one with @ and over what</source>
        <translation>une série, ou une avec @ et sur quoi, est attendue</translation>
    </message>
    <message>
        <source>allowed are one or two numbers, the lower one first</source>
        <translation>un ou deux nombres sont attendus, le plus bas d’abord</translation>
    </message>
    <message>
        <source>allowed is a month from {low} to {high}</source>
        <translation>un mois de {low} à {high} est attendu</translation>
    </message>
    <message>
        <source>allowed is true or false</source>
        <translation>true ou false est attendu</translation>
    </message>
    <message>
        <source>allowed is a whole number from {low} to {high} {unit} for each family</source>
        <translation>un nombre entier de {low} à {high} {unit} est attendu pour chaque famille</translation>
    </message>
    <message>
        <source>allowed is a number from {low} to {high} {unit} for each family</source>
        <translation>un nombre de {low} à {high} {unit} est attendu pour chaque famille</translation>
    </message>
    <message>
        <source>allowed is a number from {low} to {high} {unit}, or none</source>
        <translation>un nombre de {low} à {high} {unit} est attendu, ou rien</translation>
    </message>
    <message>
        <source>allowed is a whole number from {low} to {high} {unit}</source>
        <translation>un nombre entier de {low} à {high} {unit} est attendu</translation>
    </message>
    <message>
        <source>allowed is a number from {low} to {high} {unit}</source>
        <translation>un nombre de {low} à {high} {unit} est attendu</translation>
    </message>
    <message>
        <source>sums to {total}; the families must sum to 1</source>
        <translation>la somme est {total}&#x202f;; celle des familles doit valoir 1</translation>
    </message>
    <message>
        <source>families are {names}</source>
        <translation>les familles sont {names}</translation>
    </message>
    <message>
        <source>allowed is a whole number from {low} to {high}</source>
        <translation>un nombre entier de {low} à {high} est attendu</translation>
    </message>
    <message>
        <source>allowed is a number from {low} to {high}</source>
        <translation>un nombre de {low} à {high} est attendu</translation>
    </message>
    <message>
        <source>allowed is {names}</source>
        <translation>valeurs permises&#xa0;: {names}</translation>
    </message>
    <message>
        <source>an event is {shape}</source>
        <translation>un événement est {shape}</translation>
    </message>
    <message>
        <source>an event has {keys}</source>
        <translation>un événement a {keys}</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(et&#xa0;%n autre)</numerusform>
            <numerusform>(et&#xa0;%n autres)</numerusform>
        </translation>
    </message>
    <message>
        <source>{where}: {what}</source>
        <translation>{where}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>is too large ({size} MB)</source>
        <translation>est trop grand ({size} Mo)</translation>
    </message>
    <message>
        <source>must not be above {key} = {value}</source>
        <translation>ne doit pas dépasser {key} = {value}</translation>
    </message>
    <message>
        <source>no such parameter; `describe parameters` lists them</source>
        <translation>aucun paramètre de ce nom&#x202f;; `describe parameters` les énumère</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size} octets</translation>
    </message>
    <message>
        <source>a scenario file has at most {size} bytes</source>
        <translation>un fichier de scénario a au plus {size} octets</translation>
    </message>
    <message>
        <source>nested deeper than {levels} levels</source>
        <translation>imbriqué sur plus de {levels} niveaux</translation>
    </message>
    <message>
        <source>allowed is a list of 1 to {count} [month, $bn], months ascending from 0 to {latest}, values from {low} to {high}</source>
        <translation>une liste de 1 à {count} [mois, Md$] est attendue, mois croissants de 0 à {latest}, valeurs de {low} à {high}</translation>
    </message>
    <message>
        <source>allowed is a list of at most {count} events</source>
        <translation>une liste d’au plus {count} événements est attendue</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>est un dossier</translation>
    </message>
    <message>
        <source>leads through a link that another user made</source>
        <translation>passe par un lien créé par un autre utilisateur</translation>
    </message>
    <message>
        <source>is the file that is read; write to another</source>
        <translation>est le fichier qui est lu&#x202f;; écrivez dans un autre</translation>
    </message>
    <message>
        <source>allowed is a catalogue of chips</source>
        <translation>un catalogue de puces est attendu</translation>
    </message>
    <message>
        <source>was written by a newer Headroom</source>
        <translation>a été écrit par un Headroom plus récent</translation>
    </message>
    <message>
        <source>allowed is a list of 1 to {most}</source>
        <translation>est permise une liste de 1 à {most}</translation>
    </message>
    <message>
        <source>unknown keys, not used: {keys}</source>
        <translation>clés inconnues, inutilisées&#xa0;: {keys}</translation>
    </message>
    <message>
        <source>allowed is an object with a file or a scenario</source>
        <translation>est permis un objet avec un fichier ou un scénario</translation>
    </message>
    <message>
        <source>allowed is a text of at most {most} letters</source>
        <translation>est permis un texte d’au plus {most} lettres</translation>
    </message>
    <message>
        <source>allowed is a file in the folder of the comparison, or below</source>
        <translation>est permis un fichier du dossier de la comparaison, ou au-dessous</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Apply: {changes}</source>
        <translation>Appliquer&#xa0;: {changes}</translation>
    </message>
</context>
<context>
    <name>QPrintPreviewDialog</name>
    <message>
        <source>Page setup</source>
        <translation>Mise en page</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Save the changes to “{}”?</source>
        <translation>Enregistrer les modifications de «&#xa0;{}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Aucun fichier pour l’instant</translation>
    </message>
    <message>
        <source>&amp;Pin this file</source>
        <translation>É&amp;pingler ce fichier</translation>
    </message>
    <message>
        <source>&amp;Clear the list (pinned files stay)</source>
        <translation>&amp;Vider la liste (les fichiers épinglés restent)</translation>
    </message>
</context>
<context>
    <name>RecordPart</name>
    <message>
        <source>As known in</source>
        <translation>Connu en</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>The month, or the time over which it is taken</source>
        <translation>Le mois, ou la durée sur laquelle c’est pris</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Grandeur</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observé</translation>
    </message>
    <message>
        <source>The middle value</source>
        <translation>La valeur médiane</translation>
    </message>
    <message>
        <source>5 to 95%</source>
        <translation>5 à 95&#xa0;%</translation>
    </message>
    <message>
        <source>The interval that was given with it</source>
        <translation>L’intervalle donné avec elle</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Le plan</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Dedans</translation>
    </message>
    <message>
        <source>Whether the plan lies in the interval</source>
        <translation>Si le plan est dans l’intervalle</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>From the middle value</source>
        <translation>Par rapport à la médiane</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Connu</translation>
    </message>
    <message>
        <source>Before the cut, or only after it</source>
        <translation>Avant la coupe, ou seulement après</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Observed values beside the plan</source>
        <translation>Valeurs observées à côté du plan</translation>
    </message>
    <message>
        <source>today: all of it</source>
        <translation>aujourd’hui&#xa0;: tout</translation>
    </message>
    <message>
        <source>All of the record</source>
        <translation>Tout le relevé</translation>
    </message>
    <message>
        <source>Known by {month}</source>
        <translation>Connu en {month}</translation>
    </message>
    <message>
        <source>What came later</source>
        <translation>Venu ensuite</translation>
    </message>
    <message>
        <source>Source: {source}; grade {grade}.</source>
        <translation>Source&#xa0;: {source}&#x202f;; qualité {grade}.</translation>
    </message>
    <message>
        <source>The plan has no value: {why}.</source>
        <translation>Le plan n’a pas de valeur&#xa0;: {why}.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Levers that differ</source>
        <translation>Leviers qui diffèrent</translation>
    </message>
    <message>
        <source>Lever</source>
        <translation>Levier</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Seed {seed}, {draws} draws. The same scenario and seed give the same digits.</source>
        <translation>Graine {seed}, {draws} tirages. Le même scénario et la même graine donnent les mêmes chiffres.</translation>
    </message>
    <message>
        <source>Comparison of scenarios</source>
        <translation>Comparaison de scénarios</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
        <source>SCENARIO REPORT</source>
        <translation>RAPPORT DE SCÉNARIO</translation>
    </message>
    <message>
        <source>Figures of {month}</source>
        <translation>Chiffres&#xa0;: {month}</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>What differs from the baseline</source>
        <translation>Ce qui diffère de la référence</translation>
    </message>
    <message>
        <source>The baseline is “{name}”, data {code}.</source>
        <translation>La référence est «&#xa0;{name}&#xa0;», données {code}.</translation>
    </message>
    <message>
        <source>No value differs.</source>
        <translation>Aucune valeur ne diffère.</translation>
    </message>
    <message>
        <source>COMPARISON</source>
        <translation>COMPARAISON</translation>
    </message>
    <message>
        <source>{first}, beside {others}</source>
        <translation>{first}, à côté de {others}</translation>
    </message>
    <message>
        <source>Method and version</source>
        <translation>Méthode et version</translation>
    </message>
    <message>
        <source>{name}: data {code}, seed {seed}.</source>
        <translation>{name}&#xa0;: données {code}, graine {seed}.</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} points</translation>
    </message>
    <message>
        <source>Risk over drawn worlds</source>
        <translation>Risque sur les mondes tirés</translation>
    </message>
    <message>
        <source>Every measure is taken over the same drawn worlds, for the months of the window; money is in billions of 2025 dollars, not discounted.</source>
        <translation>Chaque mesure est prise sur les mêmes mondes tirés, pour les mois de la fenêtre&#x202f;; l’argent est en milliards de dollars de 2025, non actualisé.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Grades: A is a vendor or a filing, B an analyst, C an estimate or a judgement.</source>
        <translation>Qualité&#xa0;: A est un fournisseur ou un document officiel, B un analyste, C une estimation ou un jugement.</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Puce</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dès</translation>
    </message>
    <message>
        <source>Chips that can be bought</source>
        <translation>Puces que l’on peut acheter</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Where the chips&apos; numbers come from</source>
        <translation>D’où viennent les chiffres des puces</translation>
    </message>
    <message>
        <source>A month at a time, demand is turned into the compute it asks for; chips are bought for it in the target mix, as far as supply, budget and power allow; what is installed serves demand and costs money. The same scenario and seed give the same digits on any machine.</source>
        <translation>Mois après mois, la demande est convertie en calcul&#x202f;; des puces sont achetées pour elle selon le mix visé, autant que l’offre, le budget et la puissance le permettent&#x202f;; ce qui est installé sert la demande et coûte de l’argent. Le même scénario et la même graine donnent les mêmes chiffres sur toute machine.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Drawn worlds</source>
        <translation>Mondes tirés</translation>
    </message>
    <message>
        <source>Chip catalogue</source>
        <translation>Catalogue des puces</translation>
    </message>
    <message>
        <source>Baseline data</source>
        <translation>Données de la référence</translation>
    </message>
    <message>
        <source>To check this file: headroom verify FILE. To go on from it: drop it on Headroom.</source>
        <translation>Pour vérifier ce fichier&#xa0;: headroom verify FICHIER. Pour repartir de lui&#xa0;: déposez-le sur Headroom.</translation>
    </message>
    <message>
        <source>Demand served</source>
        <translation>Demande servie</translation>
    </message>
    <message>
        <source>Chips installed</source>
        <translation>Puces installées</translation>
    </message>
    <message>
        <source>Committed so far</source>
        <translation>Engagé à ce jour</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>What each difference adds</source>
        <translation>Ce qu’ajoute chaque différence</translation>
    </message>
    <message>
        <source>Group and lever</source>
        <translation>Groupe et levier</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Sur quoi cela repose</translation>
    </message>
    <message>
        <source>Moves it</source>
        <translation>Le déplace</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>The plan, without luck</source>
        <translation>Le plan, sans hasard</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>Source of luck</source>
        <translation>Source de hasard</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Worst 5% of worlds</source>
        <translation>Pires 5&#xa0;% des mondes</translation>
    </message>
    <message>
        <source>Unserved revenue by source of luck</source>
        <translation>Revenus non servis par source de hasard</translation>
    </message>
    <message>
        <source>Share of worlds</source>
        <translation>Part des mondes</translation>
    </message>
    <message>
        <source>Or more</source>
        <translation>Ou plus</translation>
    </message>
    <message>
        <source>How many worlds are at least as bad</source>
        <translation>Combien de mondes sont au moins aussi mauvais</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>At the low end</source>
        <translation>Au bas</translation>
    </message>
    <message>
        <source>At the high end</source>
        <translation>Au haut</translation>
    </message>
    <message>
        <source>Rank, all together</source>
        <translation>Rang, tous ensemble</translation>
    </message>
    <message>
        <source>What matters: each lever over its plausible range</source>
        <translation>Ce qui compte&#xa0;: chaque levier sur sa plage plausible</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Lowest drawn</source>
        <translation>Plus bas tiré</translation>
    </message>
    <message>
        <source>Highest drawn</source>
        <translation>Plus haut tiré</translation>
    </message>
    <message>
        <source>Failed worlds that are like this (coverage)</source>
        <translation>Mondes échoués qui sont ainsi (couverture)</translation>
    </message>
    <message>
        <source>Worlds like this that fail (density)</source>
        <translation>Mondes ainsi faits qui échouent (densité)</translation>
    </message>
    <message>
        <source>When the worst tenth of the worlds comes about</source>
        <translation>Quand vient le pire dixième des mondes</translation>
    </message>
    <message>
        <source>worst pair</source>
        <translation>pire paire</translation>
    </message>
    <message>
        <source>Shock</source>
        <translation>Choc</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>Ajoute</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>The deck of shocks</source>
        <translation>Le jeu de chocs</translation>
    </message>
    <message>
        <source>this mix</source>
        <translation>ce mix</translation>
    </message>
    <message>
        <source>least regret</source>
        <translation>moindre regret</translation>
    </message>
    <message>
        <source>{family} alone</source>
        <translation>{family} seul</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mix</translation>
    </message>
    <message>
        <source>Economic cost</source>
        <translation>Coût économique</translation>
    </message>
    <message>
        <source>Against this mix</source>
        <translation>Face à ce mix</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Erreur type</translation>
    </message>
    <message>
        <source>Unserved, expected</source>
        <translation>Non servis, attendus</translation>
    </message>
    <message>
        <source>Unserved, worst 5%</source>
        <translation>Non servis, pires 5&#xa0;%</translation>
    </message>
    <message>
        <source>The price of the hedge, and what it buys</source>
        <translation>Le prix de la couverture, et ce qu’elle achète</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Livré</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Ferme</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Given up by</source>
        <translation>À dénoncer d’ici</translation>
    </message>
    <message>
        <source>What can be walked away from</source>
        <translation>Ce qui peut être quitté</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>Contrepartie</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Who stands behind the power</source>
        <translation>Qui est derrière la puissance</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Mensuel</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Hypothèses</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Hypothèse</translation>
    </message>
    <message>
        <source>The values that move capacity or cost most between their 10% and 90% points; those least vouched for first.</source>
        <translation>Les valeurs qui, entre leurs points à 10&#xa0;% et 90&#xa0;%, déplacent le plus la capacité ou le coût&#x202f;; les moins garanties d’abord.</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Ce que cela veut dire</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Chips</source>
        <translation>Puces</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <source>Headroom {version}, {date}, data {code}</source>
        <translation>Headroom {version}, {date}, données {code}</translation>
    </message>
    <message>
        <source>The scenario runs from {first} to {last}; what is known ends with {known}.</source>
        <translation>Le scénario couvre {first} – {last}&#x202f;; ce qui est connu s’arrête en {known}.</translation>
    </message>
    <message>
        <source>Its main levers: {levers}.</source>
        <translation>Ses principaux leviers&#xa0;: {levers}.</translation>
    </message>
    <message>
        <source>In {month} it comes to {capacity} of capacity against a demand of {demand} ({served} served), {power} of facility power of the {limit} there is, {chips}, {committed} signed for so far, and {unit_cost} of effective compute.</source>
        <translation>En {month}, il atteint {capacity} de capacité pour une demande de {demand} ({served} servis), {power} de puissance des sites sur les {limit} disponibles, {chips}, {committed} engagés à ce jour et {unit_cost} de calcul effectif.</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>{limit} from {first} to {last}</source>
        <translation>{limit} ({first} – {last})</translation>
    </message>
    <message>
        <source>What binds: {stretches}.</source>
        <translation>Ce qui limite&#xa0;: {stretches}.</translation>
    </message>
    <message numerus="yes">
        <source>Then %n more change(s) of what binds.</source>
        <translation>
            <numerusform>%n autre changement de ce qui limite suit.</numerusform>
            <numerusform>%n autres changements de ce qui limite suivent.</numerusform>
        </translation>
    </message>
    <message>
        <source>demand itself, met as planned</source>
        <translation>la demande elle-même, servie comme prévu</translation>
    </message>
    <message>
        <source>chip supply</source>
        <translation>l’offre de puces</translation>
    </message>
    <message>
        <source>the investment budget</source>
        <translation>le budget d’investissement</translation>
    </message>
    <message>
        <source>facility power</source>
        <translation>la puissance des sites</translation>
    </message>
    <message>
        <source>It does not differ from the baseline, “{name}”.</source>
        <translation>Il ne diffère pas de la référence, «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n différence</numerusform>
            <numerusform>%n différences</numerusform>
        </translation>
    </message>
    <message>
        <source>It has {count} from the baseline, “{name}”, which has no {month}: its months are {first} to {last}.</source>
        <translation>Il a {count} avec la référence, «&#xa0;{name}&#xa0;», où {month} manque&#xa0;: ses mois vont de {first} à {last}.</translation>
    </message>
    <message>
        <source>It has {count} from the baseline, “{name}”; the figures are about the same.</source>
        <translation>Il a {count} avec la référence, «&#xa0;{name}&#xa0;»&#x202f;; les chiffres sont à peu près les mêmes.</translation>
    </message>
    <message>
        <source>It has {count} from the baseline, “{name}”. In {month}: {changes}.</source>
        <translation>Il a {count} avec la référence, «&#xa0;{name}&#xa0;». En {month}&#xa0;: {changes}.</translation>
    </message>
    <message>
        <source>{figure} {amount} more than {before}</source>
        <translation>{figure}&#xa0;: {amount} de plus que {before}</translation>
    </message>
    <message>
        <source>{figure} {amount} less than {before}</source>
        <translation>{figure}&#xa0;: {amount} de moins que {before}</translation>
    </message>
    <message>
        <source>nobody says</source>
        <translation>personne ne dit</translation>
    </message>
    <message>
        <source>Counted from “{name}” to each of the others.</source>
        <translation>Compté de «&#xa0;{name}&#xa0;» à chacun des autres.</translation>
    </message>
    <message>
        <source>Not split into what each difference adds, as months or chips are not the same: {names}.</source>
        <translation>Non décomposés, car les mois ou les puces ne sont pas les mêmes&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>cannot be made: {reason}</source>
        <translation>ne peut pas être créé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>this is written as {kinds}; end its name in {endings}</source>
        <translation>ceci s’écrit en {kinds}&#x202f;; terminez le nom par {endings}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>is a scenario; write to another folder</source>
        <translation>est un scénario&#x202f;; écrivez dans un autre dossier</translation>
    </message>
    <message>
        <source>is there already and of no report; write to another folder, or remove it first</source>
        <translation>existe déjà et ne vient d’aucun rapport&#x202f;; écrivez dans un autre dossier, ou retirez-le d’abord</translation>
    </message>
    <message>
        <source>Over {draws} drawn worlds, from {first} to {last}: in {chance} of them a month is short; revenue unserved is {mean} on average and {worst} in the worst twentieth.</source>
        <translation>Sur {draws} mondes tirés, {first} – {last}&#xa0;: dans {chance} d’entre eux un mois est en déficit&#x202f;; les revenus non servis sont de {mean} en moyenne et de {worst} dans le pire vingtième.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>Why: what each change since the baseline adds</source>
        <translation>Pourquoi&#xa0;: ce que chaque changement depuis la référence apporte</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>PDF: everything, on pages</source>
        <translation>PDF&#xa0;: tout, en pages</translation>
    </message>
    <message>
        <source>PNG: each chart and the Overview</source>
        <translation>PNG&#xa0;: chaque graphique et la vue d’ensemble</translation>
    </message>
    <message>
        <source>SVG: the same as vectors</source>
        <translation>SVG&#xa0;: la même chose en vecteurs</translation>
    </message>
    <message>
        <source>CSV: tables for programs</source>
        <translation>CSV&#xa0;: tableaux pour les programmes</translation>
    </message>
    <message>
        <source>XLSX: a workbook</source>
        <translation>XLSX&#xa0;: un classeur</translation>
    </message>
    <message>
        <source>Markdown: the summary</source>
        <translation>Markdown&#xa0;: le résumé</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettre US</translation>
    </message>
    <message>
        <source>As in Headroom</source>
        <translation>Comme dans Headroom</translation>
    </message>
    <message>
        <source>Bands and risk over drawn worlds</source>
        <translation>Bandes et risque sur les mondes tirés</translation>
    </message>
    <message>
        <source>For outside readers: without the scenario inside</source>
        <translation>Pour des lecteurs extérieurs&#xa0;: sans le scénario à l’intérieur</translation>
    </message>
    <message>
        <source>Otherwise each file carries the scenario: dropped on this window it opens, and “headroom verify” checks it. Outside, files say a short code only.</source>
        <translation>Sinon, chaque fichier porte le scénario&#xa0;: déposé sur cette fenêtre il s’ouvre, et «&#xa0;headroom verify&#xa0;» le vérifie. À l’extérieur, les fichiers ne donnent qu’un code court.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Size of pictures</source>
        <translation>Taille des images</translation>
    </message>
    <message>
        <source>Scale of the PNGs</source>
        <translation>Échelle des PNG</translation>
    </message>
    <message>
        <source>Pages of analyses</source>
        <translation>Pages d’analyses</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Progress of the report</source>
        <translation>Avancement du rapport</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Écrire le rapport</translation>
    </message>
    <message>
        <source>Of “{name}”, compared with “{baseline}”</source>
        <translation>De «&#xa0;{name}&#xa0;», comparé à «&#xa0;{baseline}&#xa0;»</translation>
    </message>
    <message>
        <source>Of “{name}”; no other baseline is pinned</source>
        <translation>De «&#xa0;{name}&#xa0;»&#x202f;; aucune autre référence n’est fixée</translation>
    </message>
    <message>
        <source>Running the drawn worlds…</source>
        <translation>Calcul des mondes tirés…</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Écrit&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Of “{name}”, compared with its baseline as it was pinned</source>
        <translation>De «&#xa0;{name}&#xa0;», comparé à sa référence telle qu’elle fut prise</translation>
    </message>
    <message>
        <source>Of {count} plans side by side</source>
        <translation>De {count} plans côte à côte</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Recover</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Open the saved file</source>
        <translation>Ouvrir le fichier enregistré</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>“{name}” had changes that were not saved when Headroom ended unexpectedly ({when}).</source>
        <translation>«&#xa0;{name}&#xa0;» avait des modifications non enregistrées quand Headroom s’est arrêté inopinément ({when}).</translation>
    </message>
    <message>
        <source>Recovered &amp;work</source>
        <translation>&amp;Travail récupéré</translation>
    </message>
    <message>
        <source>“{name}” ({when})</source>
        <translation>«&#xa0;{name}&#xa0;» ({when})</translation>
    </message>
    <message>
        <source>“{name}” ({when}), skipped</source>
        <translation>«&#xa0;{name}&#xa0;» ({when}), ignoré</translation>
    </message>
    <message>
        <source>A damaged one ({when})</source>
        <translation>Un fichier endommagé ({when})</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>Afficher le &amp;dossier</translation>
    </message>
</context>
<context>
    <name>RestsOn</name>
    <message>
        <source>What it rests on: {title}</source>
        <translation>Sur quoi cela repose&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>A vendor or filing, B analyst, C press or estimate</source>
        <translation>A fournisseur ou dépôt, B analyste, C presse ou estimation</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Hypothèse</translation>
    </message>
    <message>
        <source>Moves it</source>
        <translation>Le déplace</translation>
    </message>
    <message>
        <source>Between its 10% and 90% points, at most</source>
        <translation>Entre ses points à 10&#xa0;% et 90&#xa0;%, au plus</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>What it rests on, the weakest first</source>
        <translation>Sur quoi cela repose, le plus faible d’abord</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>All in the ledger</source>
        <translation>Tout dans le registre</translation>
    </message>
</context>
<context>
    <name>RevenuePoints</name>
    <message>
        <source>Known revenue on the demand curve; arrows move a point</source>
        <translation>Revenu connu, sur la courbe de demande&#x202f;; les flèches déplacent un point</translation>
    </message>
    <message>
        <source>Point {number} of {count}: {month}, {level}</source>
        <translation>Point {number} sur {count}&#xa0;: {month}, {level}</translation>
    </message>
</context>
<context>
    <name>Ribbon</name>
    <message>
        <source>demand is met as planned: no limit binds</source>
        <translation>la demande est servie comme prévu&#xa0;: rien ne limite</translation>
    </message>
    <message>
        <source>chip supply is the limit</source>
        <translation>l’offre de puces est la limite</translation>
    </message>
    <message>
        <source>the investment budget is the limit</source>
        <translation>le budget d’investissement est la limite</translation>
    </message>
    <message>
        <source>facility power is the limit</source>
        <translation>la puissance des sites est la limite</translation>
    </message>
    <message>
        <source>More chips a year, or a mix with more of a family that has some left, help.</source>
        <translation>Plus de puces par an, ou un mix avec davantage d’une famille qui en a encore, y remédient.</translation>
    </message>
    <message>
        <source>A larger budget, or renting in the place of buying, helps.</source>
        <translation>Un budget plus grand, ou louer au lieu d’acheter, y remédie.</translation>
    </message>
    <message>
        <source>More facility power, earlier power, or more compute for each watt help.</source>
        <translation>Plus de puissance des sites, une puissance plus précoce ou plus de calcul par watt y remédient.</translation>
    </message>
    <message>
        <source>{first} to {last}: {what}.</source>
        <translation>{first} – {last}&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>Demand is served; less than {power} of IT power must wait.</source>
        <translation>La demande est servie&#xa0;; moins de {power} de puissance IT doit attendre.</translation>
    </message>
    <message>
        <source>Demand is served, yet up to {power} of IT power a month must wait.</source>
        <translation>La demande est servie, mais jusqu’à {power} de puissance IT par mois doivent attendre.</translation>
    </message>
    <message>
        <source>What binds, month by month; left and right walk it</source>
        <translation>Ce qui limite, mois par mois&#x202f;; gauche et droite le parcourent</translation>
    </message>
    <message>
        <source>{first} to {last}: {what}</source>
        <translation>{first} – {last}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>{limit} from {month}</source>
        <translation>{limit} dès {month}</translation>
    </message>
    <message>
        <source>At worst, in {month}, {amount} or {share} of demand go unserved; {money} of revenue over the time.</source>
        <translation>Au pire, en {month}, {amount}, soit {share} de la demande, ne sont pas servis&#x202f;; {money} de revenus sur la période.</translation>
    </message>
</context>
<context>
    <name>Risk</name>
    <message>
        <source>Drawn worlds</source>
        <translation>Mondes tirés</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>First month of the window</source>
        <translation>Premier mois de la fenêtre</translation>
    </message>
    <message>
        <source>Last month of the window</source>
        <translation>Dernier mois de la fenêtre</translation>
    </message>
    <message>
        <source>Chance of a short month</source>
        <translation>Probabilité d’un mois en déficit</translation>
    </message>
    <message>
        <source>Delay of {site}</source>
        <translation>Retard du site {site}</translation>
    </message>
    <message>
        <source>{site} is built</source>
        <translation>{site} est construit</translation>
    </message>
    <message>
        <source>Months without supply, {family}</source>
        <translation>Mois sans livraison, {family}</translation>
    </message>
    <message>
        <source>Months of recall, {family}</source>
        <translation>Mois de rappel, {family}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>between {low} and {high}</source>
        <translation>entre {low} et {high}</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>au moins {value}</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>au plus {value}</translation>
    </message>
    <message>
        <source>in {month}</source>
        <translation>en {month}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} à {last}</translation>
    </message>
    <message>
        <source>Unserved revenue</source>
        <translation>Revenus non servis</translation>
    </message>
    <message>
        <source>Cost over plan</source>
        <translation>Coût au-delà du plan</translation>
    </message>
    <message>
        <source>Demand unserved in the month</source>
        <translation>Demande non servie du mois</translation>
    </message>
    <message>
        <source>Capacity in the month</source>
        <translation>Capacité du mois</translation>
    </message>
    <message>
        <source>Power in use in the month</source>
        <translation>Puissance utilisée du mois</translation>
    </message>
    <message>
        <source>From {first} on the plan serves all demand; the target is {target}.</source>
        <translation>Dès {first}, le plan sert toute la demande&#x202f;; l’objectif est {target}.</translation>
    </message>
    <message>
        <source>Growth of demand</source>
        <translation>Croissance de la demande</translation>
    </message>
    <message>
        <source>Efficiency and rebound</source>
        <translation>Efficacité et rebond</translation>
    </message>
    <message>
        <source>Chip prices</source>
        <translation>Prix des puces</translation>
    </message>
    <message>
        <source>Late generations</source>
        <translation>Générations en retard</translation>
    </message>
    <message>
        <source>Late grid and sites</source>
        <translation>Réseau et sites en retard</translation>
    </message>
    <message>
        <source>Supply outages</source>
        <translation>Arrêts de livraison</translation>
    </message>
    <message>
        <source>Recalled contracts</source>
        <translation>Contrats rappelés</translation>
    </message>
    <message>
        <source>The plan, without luck</source>
        <translation>Le plan, sans hasard</translation>
    </message>
    <message>
        <source>Demand unserved</source>
        <translation>Demande non servie</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Power in use</source>
        <translation>Puissance utilisée</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>Demand served is lowest at the start: {start} in {first}, below the target of {target}.</source>
        <translation>La demande servie est au plus bas dès le début&#xa0;: {start} en {first}, sous l’objectif de {target}.</translation>
    </message>
    <message>
        <source>Demand served never falls below the {start} of {first}; the target is {target}.</source>
        <translation>La demande servie ne descend jamais sous son niveau de départ, {start} en {first}&#x202f;; l’objectif est {target}.</translation>
    </message>
    <message>
        <source>Demand served starts at {start} in {first} and falls to {lowest} in {month}, below the target of {target}.</source>
        <translation>La demande servie part de {start} en {first} et tombe à {lowest} en {month}, sous l’objectif de {target}.</translation>
    </message>
    <message>
        <source>Demand served starts at {start} in {first}, is lowest in {month} with {lowest}, and keeps to the target of {target}.</source>
        <translation>La demande servie part de {start} en {first}, est au plus bas en {month} avec {lowest}, et tient l’objectif de {target}.</translation>
    </message>
    <message>
        <source>Worst supplier to stop delivering</source>
        <translation>Pire fournisseur à cesser de livrer</translation>
    </message>
    <message>
        <source>Capacity lost at worst by that</source>
        <translation>Capacité alors perdue au pire</translation>
    </message>
    <message>
        <source>Revenue unserved by that</source>
        <translation>Revenus alors non servis</translation>
    </message>
    <message>
        <source>Worst installed base to lose</source>
        <translation>Pire parc installé à perdre</translation>
    </message>
    <message>
        <source>The mix costs more than {family} alone, mean</source>
        <translation>Surcoût du mix par rapport à {family} seul, moyenne</translation>
    </message>
    <message>
        <source>Less revenue unserved than with {family} alone, worst 5%</source>
        <translation>Revenus non servis en moins qu’avec {family} seul, pires 5&#xa0;%</translation>
    </message>
    <message>
        <source>Less revenue unserved than with {family} alone, mean</source>
        <translation>Revenus non servis en moins qu’avec {family} seul, moyenne</translation>
    </message>
    <message>
        <source>Compute unserved in all</source>
        <translation>Calcul non servi au total</translation>
    </message>
    <message>
        <source>Revenue unserved in all</source>
        <translation>Revenus non servis au total</translation>
    </message>
    <message>
        <source>Economic cost in all</source>
        <translation>Coût économique au total</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>mean of the worst 5%</source>
        <translation>moyenne des pires 5&#xa0;%</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>capacité</translation>
    </message>
    <message>
        <source>power</source>
        <translation>puissance</translation>
    </message>
    <message>
        <source>money signed for</source>
        <translation>argent engagé</translation>
    </message>
    <message>
        <source>foundries</source>
        <translation>fonderies</translation>
    </message>
    <message>
        <source>Concentration of {layer} at the end (HHI)</source>
        <translation>Concentration à la fin, {layer} (HHI)</translation>
    </message>
    <message>
        <source>Equal suppliers as concentrated in {layer}</source>
        <translation>Fournisseurs égaux aussi concentrés, {layer}</translation>
    </message>
    <message>
        <source>exact, from every drawn world</source>
        <translation>exacts, de tous les mondes tirés</translation>
    </message>
    <message numerus="yes">
        <source>{months} month(s)</source>
        <translation>
            <numerusform>{months} mois</numerusform>
            <numerusform>{months} mois</numerusform>
        </translation>
    </message>
    <message>
        <source>from a sketch of the drawn worlds</source>
        <translation>estimés à partir d’un résumé des mondes tirés</translation>
    </message>
    <message>
        <source>Quantiles of the months</source>
        <translation>Quantiles des mois</translation>
    </message>
    <message>
        <source>Worlds by which a quantile is off at most</source>
        <translation>Écart de rang d’un quantile, au plus, en part des mondes</translation>
    </message>
    <message>
        <source>Totals over the window</source>
        <translation>Totaux sur la période</translation>
    </message>
</context>
<context>
    <name>RiskPage</name>
    <message>
        <source>What is looked at</source>
        <translation>Ce qui est regardé</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>Chances</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>Ce qui compte</translation>
    </message>
    <message>
        <source>Shocks</source>
        <translation>Chocs</translation>
    </message>
    <message>
        <source>The hedge</source>
        <translation>La couverture</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>The risk can&apos;t be worked out: {reason}</source>
        <translation>Le risque ne peut pas être calculé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{plan}, world {number}</source>
        <translation>{plan}, monde {number}</translation>
    </message>
    <message>
        <source>Open world {number}</source>
        <translation>Ouvrir le monde {number}</translation>
    </message>
    <message>
        <source>World {number} is open: its luck is written out as shocks, delays and values. Undo brings the plan back.</source>
        <translation>Le monde {number} est ouvert&#xa0;: son hasard y est écrit en chocs, retards et valeurs. Annuler ramène le plan.</translation>
    </message>
    <message>
        <source>The other side is tried: {change}. Undo takes it back.</source>
        <translation>L’autre côté est essayé&#xa0;: {change}. Annuler le reprend.</translation>
    </message>
    <message>
        <source>This mix is tried now. Undo takes it back.</source>
        <translation>Ce mix est maintenant essayé. Annuler le reprend.</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>“{file}” was changed by another program; it was not saved over.</source>
        <translation>«&#xa0;{file}&#xa0;» a été modifié par un autre programme&#x202f;; il n’a pas été écrasé.</translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation>L’écraser</translation>
    </message>
    <message>
        <source>Reload it</source>
        <translation>Le recharger</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>“{file}” is open in another Headroom on {host} (process {process}): it can&apos;t be saved here under this name.</source>
        <translation>«&#xa0;{file}&#xa0;» est ouvert dans un autre Headroom sur {host} (processus {process})&#xa0;: il ne peut pas être enregistré ici sous ce nom.</translation>
    </message>
    <message>
        <source>It is closed there</source>
        <translation>Il y est fermé</translation>
    </message>
    <message>
        <source>“{file}” was changed by another program.</source>
        <translation>«&#xa0;{file}&#xa0;» a été modifié par un autre programme.</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>Garder ce qui est ici</translation>
    </message>
    <message>
        <source>“{file}” is no longer there (moved, deleted, or its drive is gone). The work is still here.</source>
        <translation>«&#xa0;{file}&#xa0;» n’est plus là (déplacé, supprimé, ou son disque n’est plus branché). Le travail est toujours ici.</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Enregistrer de nouveau</translation>
    </message>
    <message>
        <source>Unsaved work can&apos;t be kept safe from a crash ({why}). Please save it.</source>
        <translation>Le travail non enregistré ne peut pas être protégé d’un arrêt brutal ({why}). Enregistrez-le.</translation>
    </message>
    <message>
        <source>“{file}” is no plain file any more: something else has its name. The work is still here.</source>
        <translation>«&#xa0;{file}&#xa0;» n’est plus un fichier ordinaire&#xa0;: autre chose porte son nom. Le travail est toujours ici.</translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message numerus="yes">
        <source>%n lever(s) found</source>
        <translation>
            <numerusform>%n levier trouvé</numerusform>
            <numerusform>%n leviers trouvés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentenceLabel</name>
    <message>
        <source>Move a lever: what changes, and what then binds, is said here.</source>
        <translation>Déplacez un levier&#xa0;: ce qui change, et ce qui limite alors, se lit ici.</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>undefined</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>Revenue run-rate</source>
        <translation>Rythme annuel de revenus</translation>
    </message>
    <message>
        <source>Yearly run-rate of revenue, after demand shocks.</source>
        <translation>Rythme annuel des revenus, après les chocs de demande.</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Effective 8-bit compute that serving and training ask for.</source>
        <translation>Calcul effectif en 8 bits que demandent le service et l’entraînement.</translation>
    </message>
    <message>
        <source>Facility power limit</source>
        <translation>Limite de puissance des sites</translation>
    </message>
    <message>
        <source>Facility power available, after outages.</source>
        <translation>Puissance des sites disponible, pannes déduites.</translation>
    </message>
    <message>
        <source>IT power limit</source>
        <translation>Limite de puissance IT</translation>
    </message>
    <message>
        <source>The facility limit over the facility-to-IT ratio.</source>
        <translation>Limite des sites divisée par le rapport entre puissance des sites et puissance IT.</translation>
    </message>
    <message>
        <source>IT power</source>
        <translation>Puissance IT</translation>
    </message>
    <message>
        <source>Nameplate IT power of the chips alive, after the month&apos;s deliveries.</source>
        <translation>Puissance IT nominale des puces en vie, après les livraisons du mois.</translation>
    </message>
    <message>
        <source>Facility power</source>
        <translation>Puissance des sites</translation>
    </message>
    <message>
        <source>Peak facility power of the chips alive: IT power times the facility-to-IT ratio.</source>
        <translation>Puissance de pointe des sites pour les puces en vie&#xa0;: puissance IT multipliée par le rapport entre sites et IT.</translation>
    </message>
    <message>
        <source>Chips alive</source>
        <translation>Puces en vie</translation>
    </message>
    <message>
        <source>Chips installed at the end of the month.</source>
        <translation>Puces installées à la fin du mois.</translation>
    </message>
    <message>
        <source>Chips delivered</source>
        <translation>Puces livrées</translation>
    </message>
    <message>
        <source>Chips that arrive in the month.</source>
        <translation>Puces qui arrivent dans le mois.</translation>
    </message>
    <message>
        <source>Chips retired</source>
        <translation>Puces retirées</translation>
    </message>
    <message>
        <source>Chips that leave in the month, the initial fleet&apos;s included.</source>
        <translation>Puces qui partent dans le mois, celles du parc initial comprises.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Effective compute in service: after bring-up, losses and curtailment.</source>
        <translation>Calcul effectif en service&#xa0;: après mise en service, pertes et délestage.</translation>
    </message>
    <message>
        <source>Mature capacity</source>
        <translation>Capacité à maturité</translation>
    </message>
    <message>
        <source>Effective compute of all chips alive, as if all were in service.</source>
        <translation>Calcul effectif de toutes les puces en vie, comme si toutes étaient en service.</translation>
    </message>
    <message>
        <source>H100 equivalents</source>
        <translation>Équivalents H100</translation>
    </message>
    <message>
        <source>Nominal 8-bit compute of the chips alive, as H100s (Epoch AI).</source>
        <translation>Calcul nominal en 8 bits des puces en vie, en H100 (Epoch AI).</translation>
    </message>
    <message>
        <source>Served demand</source>
        <translation>Demande servie</translation>
    </message>
    <message>
        <source>The part of demand that capacity can serve.</source>
        <translation>Partie de la demande que la capacité peut servir.</translation>
    </message>
    <message>
        <source>Shortfall</source>
        <translation>Déficit</translation>
    </message>
    <message>
        <source>The part of demand that capacity cannot serve.</source>
        <translation>Partie de la demande que la capacité ne peut pas servir.</translation>
    </message>
    <message>
        <source>Share of the fleet powered</source>
        <translation>Part du parc alimentée</translation>
    </message>
    <message>
        <source>One unless an outage leaves less power than the fleet draws.</source>
        <translation>Un, sauf si une panne laisse moins de puissance que le parc n’en consomme.</translation>
    </message>
    <message>
        <source>Wanted new IT power</source>
        <translation>Nouvelle puissance IT voulue</translation>
    </message>
    <message>
        <source>New IT power the plan asks for this month, before any limit.</source>
        <translation>Nouvelle puissance IT que le plan demande ce mois-ci, avant toute limite.</translation>
    </message>
    <message>
        <source>Delivered new IT power</source>
        <translation>Nouvelle puissance IT livrée</translation>
    </message>
    <message>
        <source>New IT power that arrives this month.</source>
        <translation>Nouvelle puissance IT qui arrive ce mois-ci.</translation>
    </message>
    <message>
        <source>What binds</source>
        <translation>Ce qui limite</translation>
    </message>
    <message>
        <source>What held this month&apos;s deliveries back: demand, supply, budget or power.</source>
        <translation>Ce qui a retenu les livraisons du mois&#xa0;: demande, offre, budget ou puissance.</translation>
    </message>
    <message>
        <source>Chip capital cost</source>
        <translation>Achat des puces</translation>
    </message>
    <message>
        <source>Cash paid for owned chips.</source>
        <translation>Trésorerie versée pour les puces achetées.</translation>
    </message>
    <message>
        <source>Facility capital cost</source>
        <translation>Construction des sites</translation>
    </message>
    <message>
        <source>Cash paid for facilities of owned chips.</source>
        <translation>Trésorerie versée pour les sites des puces achetées.</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>Loyers</translation>
    </message>
    <message>
        <source>Rent of rented chips, power and building included.</source>
        <translation>Loyers des puces louées, électricité et bâtiment compris.</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Énergie</translation>
    </message>
    <message>
        <source>Electricity of owned chips.</source>
        <translation>Électricité des puces achetées.</translation>
    </message>
    <message>
        <source>Site operation</source>
        <translation>Exploitation des sites</translation>
    </message>
    <message>
        <source>Staff and operation of owned sites.</source>
        <translation>Personnel et exploitation des sites propres.</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Maintenance and spares of owned chips.</source>
        <translation>Maintenance et pièces de rechange des puces achetées.</translation>
    </message>
    <message>
        <source>Platform cost</source>
        <translation>Coût de plateforme</translation>
    </message>
    <message>
        <source>Standing cost of the software stacks in use.</source>
        <translation>Coût permanent des piles logicielles utilisées.</translation>
    </message>
    <message>
        <source>Chip capital charge</source>
        <translation>Annuité des puces</translation>
    </message>
    <message>
        <source>Owned chips&apos; capital cost as a level monthly payment over their life.</source>
        <translation>Coût d’achat des puces propres, en mensualités constantes sur leur durée de vie.</translation>
    </message>
    <message>
        <source>Facility capital charge</source>
        <translation>Annuité des sites</translation>
    </message>
    <message>
        <source>Facilities&apos; capital cost as a level monthly payment over their life.</source>
        <translation>Coût de construction des sites, en mensualités constantes sur leur durée de vie.</translation>
    </message>
    <message>
        <source>Cash cost</source>
        <translation>Coût de trésorerie</translation>
    </message>
    <message>
        <source>Money out of the door: capital costs, rent, energy, operation, upkeep, platforms.</source>
        <translation>Argent décaissé&#xa0;: achats, loyers, énergie, exploitation, entretien, plateformes.</translation>
    </message>
    <message>
        <source>Economic cost</source>
        <translation>Coût économique</translation>
    </message>
    <message>
        <source>Cost of use: capital charges in the place of capital costs.</source>
        <translation>Coût d’usage&#xa0;: des annuités à la place des achats.</translation>
    </message>
    <message>
        <source>Commitment signed</source>
        <translation>Engagement signé</translation>
    </message>
    <message>
        <source>Signed in the month: owned chips and facilities, and rent over the whole life.</source>
        <translation>Signé dans le mois&#xa0;: puces et sites achetés, et loyers sur toute la durée de vie.</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Coût unitaire</translation>
    </message>
    <message>
        <source>Economic cost of one effective PFLOP-hour in service; undefined without capacity.</source>
        <translation>Coût économique d’un pétaflop-heure effectif en service&#x202f;; non défini sans capacité.</translation>
    </message>
    <message>
        <source>Cost of tokens</source>
        <translation>Coût des jetons</translation>
    </message>
    <message>
        <source>Unit cost of a million tokens at 2 FLOP per active parameter and token.</source>
        <translation>Coût unitaire d’un million de jetons, à 2 FLOP par paramètre actif et par jeton.</translation>
    </message>
    <message>
        <source>Unserved revenue</source>
        <translation>Revenus non servis</translation>
    </message>
    <message>
        <source>Revenue of the demand that is not served.</source>
        <translation>Revenus de la demande qui n’est pas servie.</translation>
    </message>
    <message>
        <source>Compute intensity of revenue</source>
        <translation>Intensité en calcul des revenus</translation>
    </message>
    <message>
        <source>Economic cost over revenue, both a year; undefined without revenue.</source>
        <translation>Coût économique rapporté aux revenus, tous deux annuels&#x202f;; non défini sans revenus.</translation>
    </message>
    <message>
        <source>Cash cost to date, discounted</source>
        <translation>Coût de trésorerie cumulé, actualisé</translation>
    </message>
    <message>
        <source>Economic cost to date, discounted</source>
        <translation>Coût économique cumulé, actualisé</translation>
    </message>
    <message>
        <source>Repowered</source>
        <translation>Remplacé</translation>
    </message>
    <message>
        <source>Old IT power that makes way for new chips this month, where power is short.</source>
        <translation>Puissance informatique ancienne qui fait place à de nouvelles puces ce mois, là où la puissance manque.</translation>
    </message>
    <message>
        <source>Power of sites</source>
        <translation>Puissance des sites</translation>
    </message>
    <message>
        <source>Facility power of the sites, after delays and outages.</source>
        <translation>Puissance des sites, après retards et pannes.</translation>
    </message>
    <message>
        <source>Idle commitments</source>
        <translation>Engagements inutilisés</translation>
    </message>
    <message>
        <source>Rent of chips that had to be taken and found no power, while it is owed.</source>
        <translation>Loyer des puces qu’il fallait prendre et qui n’ont pas trouvé de puissance, tant qu’il est dû.</translation>
    </message>
    <message>
        <source>Cost of a gigawatt</source>
        <translation>Coût d’un gigawatt</translation>
    </message>
    <message>
        <source>Economic cost for each GW of IT power in a year; undefined without any.</source>
        <translation>Coût économique de chaque GW informatique sur un an&#x202f;; indéfini sans puissance.</translation>
    </message>
    <message>
        <source>Revenue of a gigawatt</source>
        <translation>Revenu d’un gigawatt</translation>
    </message>
    <message>
        <source>Revenue served for each GW of IT power in a year; undefined without any.</source>
        <translation>Revenu servi pour chaque GW informatique sur un an&#x202f;; indéfini sans puissance.</translation>
    </message>
    <message>
        <source>Running net present value of the cash cost from the first month.</source>
        <translation>Valeur actuelle nette cumulée du coût de trésorerie depuis le premier mois.</translation>
    </message>
    <message>
        <source>Running net present value of the economic cost from the first month.</source>
        <translation>Valeur actuelle nette cumulée du coût économique depuis le premier mois.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Source of an assumption</source>
        <translation>Source d’une hypothèse</translation>
    </message>
    <message>
        <source>Own claim</source>
        <translation>Affirmation propre</translation>
    </message>
    <message>
        <source>Swap with the baseline</source>
        <translation>Échanger avec la référence</translation>
    </message>
    <message>
        <source>Back to the baseline</source>
        <translation>Revenir à la référence</translation>
    </message>
    <message>
        <source>it is locked; open its lock among the levers to change it</source>
        <translation>verrouillé&#x202f;; ouvrez son verrou parmi les leviers pour le modifier</translation>
    </message>
    <message>
        <source>Revert to the file</source>
        <translation>Revenir au fichier</translation>
    </message>
    <message>
        <source>Revert to the beginning</source>
        <translation>Revenir au début</translation>
    </message>
    <message>
        <source>Keep version “{name}”</source>
        <translation>Garder la version «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Restore version “{name}”</source>
        <translation>Restaurer la version «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Remove version “{name}”</source>
        <translation>Supprimer la version «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>{list}: {entry}</source>
        <translation>{list}&#xa0;: {entry}</translation>
    </message>
    <message>
        <source>{list}: {entry} added</source>
        <translation>{list}&#xa0;: {entry} en plus</translation>
    </message>
    <message>
        <source>{list}: {entry} removed</source>
        <translation>{list}&#xa0;: {entry} en moins</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>{file} can&apos;t be read</source>
        <translation>{file} ne peut pas être lu</translation>
    </message>
    <message>
        <source>{file} is not a plain file</source>
        <translation>{file} n’est pas un fichier ordinaire</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Language and looks</source>
        <translation>Langue et apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>less mo&amp;tion</source>
        <translation>moins d’a&amp;nimations</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>&amp;Power in</source>
        <translation>&amp;Puissance en</translation>
    </message>
    <message>
        <source>&amp;Money in</source>
        <translation>&amp;Argent en</translation>
    </message>
    <message>
        <source>per $</source>
        <translation>par $</translation>
    </message>
    <message>
        <source>One &amp;dollar is</source>
        <translation>Un &amp;dollar vaut</translation>
    </message>
    <message>
        <source>On screen only: files and reports are always in $ and GW.</source>
        <translation>À l’écran seulement&#xa0;: les fichiers et les rapports sont toujours en $ et en GW.</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>as many as the scenario says</source>
        <translation>autant que le dit le scénario</translation>
    </message>
    <message>
        <source>worlds</source>
        <translation>mondes</translation>
    </message>
    <message>
        <source>Drawn &amp;worlds</source>
        <translation>Mondes &amp;tirés</translation>
    </message>
    <message>
        <source>Processor (NumPy)</source>
        <translation>Processeur (NumPy)</translation>
    </message>
    <message>
        <source>Graphics processor (CUDA, through CuPy)</source>
        <translation>Processeur graphique (CUDA, par CuPy)</translation>
    </message>
    <message>
        <source>Bands computed &amp;by</source>
        <translation>&amp;Bandes calculées par</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Travail non enregistré</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>&amp;Kept safe every</source>
        <translation>&amp;Mis en sûreté toutes les</translation>
    </message>
    <message>
        <source>And whenever the hand rests. After a crash it is offered at the next start. Your own files are written only by Save; the file as it was stays beside it as .bak.</source>
        <translation>Et chaque fois que la main se repose. Après un arrêt brutal, il est proposé au démarrage suivant. Vos propres fichiers ne sont écrits que par Enregistrer&#x202f;; le fichier tel qu’il était reste à côté en .bak.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Vie privée</translation>
    </message>
    <message>
        <source>Headroom never uses the network: it sends nothing, fetches nothing and counts nothing. What it remembers between starts, and its log and recovery files:</source>
        <translation>Headroom n’utilise jamais le réseau&#xa0;: il n’envoie rien, ne télécharge rien et ne compte rien. Ce qu’il retient d’un démarrage à l’autre, et ses fichiers de journal et de récupération&#xa0;:</translation>
    </message>
    <message>
        <source>Type how many {currency} a dollar is; until then money stays in $.</source>
        <translation>Tapez combien de {currency} vaut un dollar&#x202f;; d’ici là, l’argent reste en $.</translation>
    </message>
    <message>
        <source>Texts change when Headroom is started again.</source>
        <translation>Les textes changeront au prochain démarrage de Headroom.</translation>
    </message>
    <message>
        <source>For the bands and the risks on screen. Reports and files draw the scenario&apos;s own number, {count}; the same seed gives the same worlds whatever the number.</source>
        <translation>Pour les bandes et les risques à l’écran. Les rapports et les fichiers tirent le nombre du scénario, {count}&#x202f;; la même graine donne les mêmes mondes quel que soit le nombre.</translation>
    </message>
    <message>
        <source>Looking for a usable GPU…</source>
        <translation>Recherche d’un GPU utilisable…</translation>
    </message>
    <message>
        <source>NumPy computes: {reason}.</source>
        <translation>NumPy calcule&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{device} can be used; it pays from about 100,000 drawn worlds.</source>
        <translation>{device} est utilisable&#x202f;; il devient avantageux à partir d’environ 100&#x202f;000 mondes tirés.</translation>
    </message>
    <message>
        <source>NumPy computes; {reason}.</source>
        <translation>NumPy calcule&#x202f;; {reason}.</translation>
    </message>
    <message>
        <source>A currency is three letters, such as EUR.</source>
        <translation>Une devise s’écrit en trois lettres, comme EUR.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Ta&amp;ille du texte</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Réinitialiser tous les réglages</translation>
    </message>
    <message>
        <source>Loop over the months: {way}.</source>
        <translation>Boucle sur les mois&#x202f;: {way}.</translation>
    </message>
</context>
<context>
    <name>ShockCard</name>
    <message>
        <source>One of the two that are worst together. </source>
        <translation>L’un des deux qui sont les pires ensemble. </translation>
    </message>
    <message>
        <source>Enter puts it on the timeline.</source>
        <translation>Entrée le met sur la frise.</translation>
    </message>
    <message>
        <source>Click to put it on the timeline, or drag it there to the month you want.</source>
        <translation>Un clic le met sur la frise&#x202f;; ou tirez-le jusqu’au mois voulu.</translation>
    </message>
    <message>
        <source>worst pair</source>
        <translation>pire paire</translation>
    </message>
</context>
<context>
    <name>Shocks</name>
    <message>
        <source>{family} stops</source>
        <translation>{family} à l’arrêt</translation>
    </message>
    <message>
        <source>The foundry stops</source>
        <translation>Arrêt du fondeur</translation>
    </message>
    <message>
        <source>Recall of {contract}</source>
        <translation>Rappel&#xa0;: {contract}</translation>
    </message>
    <message>
        <source>Power outage</source>
        <translation>Coupure de courant</translation>
    </message>
    <message>
        <source>Late grid</source>
        <translation>Raccordement tardif</translation>
    </message>
    <message>
        <source>Late generation</source>
        <translation>Génération tardive</translation>
    </message>
    <message>
        <source>Chip prices jump</source>
        <translation>Flambée du prix des puces</translation>
    </message>
    <message>
        <source>Demand falls</source>
        <translation>Chute de la demande</translation>
    </message>
</context>
<context>
    <name>ShocksPart</name>
    <message>
        <source>The deck of shocks</source>
        <translation>Le jeu de chocs</translation>
    </message>
    <message>
        <source>Put the worst pair on the timeline</source>
        <translation>Mettre la pire paire sur la frise</translation>
    </message>
    <message>
        <source>Keep a shock of the timeline as a card</source>
        <translation>Garder un choc de la frise comme carte</translation>
    </message>
    <message>
        <source>The deck of shocks: {measure}</source>
        <translation>Le jeu de chocs&#xa0;: {measure}</translation>
    </message>
    <message>
        <source>What each adds to the plan&apos;s {value}. Click a card, or drag it to a month of the timeline.</source>
        <translation>Ce que chacun ajoute aux {value} du plan. Cliquez une carte, ou tirez-la jusqu’à un mois de la frise.</translation>
    </message>
    <message>
        <source>What each adds to the plan&apos;s {value}, beside the shocks that there are. Click a card, or drag it to a month of the timeline.</source>
        <translation>Ce que chacun ajoute aux {value} du plan, à côté des chocs déjà là. Cliquez une carte, ou tirez-la jusqu’à un mois de la frise.</translation>
    </message>
    <message>
        <source>Worst together of all {count} pairs: “{one}” and “{other}”, {effect}.</source>
        <translation>Les pires ensemble des {count} paires&#xa0;: «&#xa0;{one}&#xa0;» et «&#xa0;{other}&#xa0;», {effect}.</translation>
    </message>
    <message>
        <source>No second one makes “{one}” worse than {effect}.</source>
        <translation>«&#xa0;{one}&#xa0;»&#xa0;: {effect}, et aucun second choc ne l’aggrave.</translation>
    </message>
    <message>
        <source>No two of them together make it worse.</source>
        <translation>Aucune paire n’aggrave rien.</translation>
    </message>
    <message>
        <source>On the timeline: {shocks}. Undo takes it back.</source>
        <translation>Sur la frise&#xa0;: {shocks}. Annuler le reprend.</translation>
    </message>
    <message>
        <source>There is no shock on the timeline</source>
        <translation>Il n’y a aucun choc sur la frise</translation>
    </message>
    <message>
        <source>Kept as a card: {name}</source>
        <translation>Gardé comme carte&#xa0;: {name}</translation>
    </message>
    <message>
        <source>No longer a card: {name}</source>
        <translation>N’est plus une carte&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>model convention</source>
        <translation>convention du modèle</translation>
    </message>
    <message>
        <source>Article: chosen so that calendar-2025 revenue is 2.2 bn (press, 2025-10); 2026-09 record: run-rates stated by the company and CNBC</source>
        <translation>Article&#xa0;: choisi pour que les revenus de 2025 soient de 2,2&#xa0;Md$ (presse, 2025-10)&#x202f;; faits de 2026-09&#xa0;: rythmes annuels donnés par l’entreprise et CNBC</translation>
    </message>
    <message>
        <source>Company announcement 2025-09: large accounts nearly 7x in a year; record 2024-26: 7 to 12x</source>
        <translation>Annonce de l’entreprise, 2025-09&#xa0;: grands comptes presque × 7 en un an&#x202f;; faits 2024-26&#xa0;: × 7 à × 12</translation>
    </message>
    <message>
        <source>judgement</source>
        <translation>jugement</translation>
    </message>
    <message>
        <source>judgement, limited by plausible revenue in 2032</source>
        <translation>jugement, borné par des revenus plausibles en 2032</translation>
    </message>
    <message>
        <source>calibrated: revenue per GW 2025-26, company reports and analyst capacity estimates</source>
        <translation>calé sur les revenus par GW 2025-26, rapports de l’entreprise et estimations d’analystes</translation>
    </message>
    <message>
        <source>Ho et al. 2024, arXiv:2403.05812 (about 3x, 90% interval 2 to 5)</source>
        <translation>Ho et al. 2024, arXiv:2403.05812 (environ × 3, intervalle à 90&#xa0;%&#xa0;: 2 à 5)</translation>
    </message>
    <message>
        <source>judgement; calibrated to revenue per GW 2025-26</source>
        <translation>jugement&#x202f;; calé sur les revenus par GW 2025-26</translation>
    </message>
    <message>
        <source>Reported 2025 inference spend of 1.7 bn in 7.33 bn compute (Epoch AI; press on the prospectus)</source>
        <translation>Dépense d’inférence de 2025 publiée&#xa0;: 1,7&#xa0;Md$ sur 7,33&#xa0;Md$ de calcul (Epoch AI&#x202f;; presse sur le prospectus)</translation>
    </message>
    <message>
        <source>Deloitte TMT 2026: inference two thirds of compute in 2026; judgement</source>
        <translation>Deloitte TMT 2026&#xa0;: l’inférence, deux tiers du calcul en 2026&#x202f;; jugement</translation>
    </message>
    <message>
        <source>judgement: bring-up of 1 to 3 months and a little slack</source>
        <translation>jugement&#xa0;: mise en service de 1 à 3 mois et un peu de marge</translation>
    </message>
    <message>
        <source>judgement from early deployments</source>
        <translation>jugement d’après les premiers déploiements</translation>
    </message>
    <message>
        <source>article preset: TPU-led; commitments by family in the 2026-09 record: 55 / 22 / 23%</source>
        <translation>réglage de l’article&#xa0;: TPU en tête&#x202f;; engagements par famille dans les faits de 2026-09&#xa0;: 55 / 22 / 23&#xa0;%</translation>
    </message>
    <message>
        <source>model convention: the as-of month, so that the mix lever leaves history alone</source>
        <translation>convention du modèle&#xa0;: la fin de l’historique, pour que le levier du mix laisse le passé intact</translation>
    </message>
    <message>
        <source>2024-25 compute spend over cost per GW (Epoch AI)</source>
        <translation>dépense de calcul 2024-25 rapportée au coût par GW (Epoch AI)</translation>
    </message>
    <message>
        <source>Epoch AI cost breakdown 2026-05: 5 years; range 3 to 7</source>
        <translation>Epoch AI, décomposition des coûts 2026-05&#xa0;: 5 ans&#x202f;; de 3 à 7</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>estimation</translation>
    </message>
    <message>
        <source>Google Cloud announcement 2025-10: well over 1 GW in 2026; Rainier about 0.5 to 1 GW</source>
        <translation>Annonce de Google Cloud, 2025-10&#xa0;: nettement plus de 1&#xa0;GW en 2026&#x202f;; Rainier environ 0,5 à 1&#xa0;GW</translation>
    </message>
    <message>
        <source>announcement 2025-10: in 2026</source>
        <translation>annonce de 2025-10&#xa0;: en 2026</translation>
    </message>
    <message>
        <source>judgement; 2026-09 record: about 10 GW announced through 2028</source>
        <translation>jugement&#x202f;; faits de 2026-09&#xa0;: environ 10&#xa0;GW annoncés jusqu’en 2028</translation>
    </message>
    <message>
        <source>filings, vendors and the press; each site has its own</source>
        <translation>documents officiels, fournisseurs et presse&#x202f;; chaque site a la sienne</translation>
    </message>
    <message>
        <source>JLL 2026 outlook: grid connection 4 years on average</source>
        <translation>JLL, perspectives 2026&#xa0;: 4 ans en moyenne pour le raccordement</translation>
    </message>
    <message>
        <source>Epoch AI Frontier Data Centers: 1.20 (Amazon, Google) to 1.35</source>
        <translation>Epoch AI, Frontier Data Centers&#xa0;: 1,20 (Amazon, Google) à 1,35</translation>
    </message>
    <message>
        <source>calibrated to announced deliveries</source>
        <translation>calé sur les livraisons annoncées</translation>
    </message>
    <message>
        <source>Epoch AI chip sales: 2025 growth 2.9x NVIDIA, 4.0x TPU, 3.3x Trainium (installed)</source>
        <translation>Epoch AI, ventes de puces&#xa0;: croissance 2025 × 2,9 NVIDIA, × 4,0 TPU, × 3,3 Trainium (installé)</translation>
    </message>
    <message>
        <source>judgement: foundry and packaging capacity in the long run</source>
        <translation>jugement&#xa0;: capacités de fonderie et d’assemblage à long terme</translation>
    </message>
    <message>
        <source>judgement; packaging capacity doubled yearly 2024-26</source>
        <translation>jugement&#x202f;; capacité d’assemblage doublée chaque année 2024-26</translation>
    </message>
    <message>
        <source>filings, vendors and the press; each contract has its own</source>
        <translation>documents officiels, fournisseurs et presse&#x202f;; chaque contrat a la sienne</translation>
    </message>
    <message>
        <source>judgement: porting takes 1 to 9 months</source>
        <translation>jugement&#xa0;: le portage prend 1 à 9 mois</translation>
    </message>
    <message>
        <source>model choice</source>
        <translation>choix du modèle</translation>
    </message>
    <message>
        <source>Blackwell 2024-25: 3 months or more</source>
        <translation>Blackwell 2024-25&#xa0;: 3 mois ou plus</translation>
    </message>
    <message>
        <source>judgement from 2024-26 ramps</source>
        <translation>jugement d’après les montées en cadence 2024-26</translation>
    </message>
    <message>
        <source>vendor roadmaps: 12 to 24 months</source>
        <translation>feuilles de route des fournisseurs&#xa0;: 12 à 24 mois</translation>
    </message>
    <message>
        <source>Epoch AI, ML hardware energy efficiency: +40% a year</source>
        <translation>Epoch AI, efficacité énergétique du matériel d’IA&#xa0;: +40&#xa0;% par an</translation>
    </message>
    <message>
        <source>trend of the catalogue</source>
        <translation>tendance du catalogue</translation>
    </message>
    <message>
        <source>Epoch AI 2022: 1.33x (all GPUs), 1.40x (ML GPUs)</source>
        <translation>Epoch AI 2022&#xa0;: × 1,33 (tous les GPU), × 1,40 (GPU d’IA)</translation>
    </message>
    <message>
        <source>Llama 3 (arXiv:2407.21783) 38 to 43%; SemiAnalysis planning cases 30 to 40%</source>
        <translation>Llama 3 (arXiv:2407.21783) 38 à 43&#xa0;%&#x202f;; cas de planification de SemiAnalysis 30 à 40&#xa0;%</translation>
    </message>
    <message>
        <source>public serving fits: decode 5 to 15%, prefill 15 to 45%</source>
        <translation>ajustements publics du service&#xa0;: décodage 5 à 15&#xa0;%, préremplissage 15 à 45&#xa0;%</translation>
    </message>
    <message>
        <source>Llama 3: more than 90%; Gemini 2.5: 93.4% (arXiv:2507.06261)</source>
        <translation>Llama 3&#xa0;: plus de 90&#xa0;%&#x202f;; Gemini 2.5&#xa0;: 93,4&#xa0;% (arXiv:2507.06261)</translation>
    </message>
    <message>
        <source>Epoch AI TPU model: about one quarter; CoreWeave 2025: 0.4 to 1 quarter</source>
        <translation>Epoch AI, modèle TPU&#xa0;: environ un trimestre&#x202f;; CoreWeave 2025&#xa0;: 0,4 à 1 trimestre</translation>
    </message>
    <message>
        <source>judgement; vendors report gains of 1.3 to 2 on one chip over a year</source>
        <translation>jugement&#x202f;; les fournisseurs annoncent des gains de 1,3 à 2 sur une puce en un an</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>hypothèse</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>scénario</translation>
    </message>
    <message>
        <source>SemiAnalysis 2025-11: 400k of 1M TPUs bought</source>
        <translation>SemiAnalysis 2025-11&#xa0;: 400&#x202f;000 TPU achetés sur 1 million</translation>
    </message>
    <message>
        <source>one-year H100 contracts rose from $1.70 to about $2.68 an hour 2025-10 to 2026-08 (SemiAnalysis)</source>
        <translation>les contrats H100 d’un an sont passés de 1,70 à environ 2,68 USD l’heure entre 2025-10 et 2026-08 (SemiAnalysis)</translation>
    </message>
    <message>
        <source>model choice; TPU v7 at cost $1.26 an hour against $1.21 (SemiAnalysis)</source>
        <translation>choix du modèle&#x202f;; TPU v7 au coût 1,26 USD l’heure contre 1,21 (SemiAnalysis)</translation>
    </message>
    <message>
        <source>judgement; TPU v7 rents of $1.60 to $2.00 an hour over a cost of $1.2</source>
        <translation>jugement&#x202f;; loyers TPU v7 de 1,60 à 2,00 USD l’heure pour un coût de 1,2</translation>
    </message>
    <message>
        <source>Epoch AI about 7%; SemiAnalysis cases 9 to 14%</source>
        <translation>Epoch AI environ 7&#xa0;%&#x202f;; cas de SemiAnalysis 9 à 14&#xa0;%</translation>
    </message>
    <message>
        <source>Epoch AI Frontier Data Centers: 11.8; Turner &amp; Townsend 2025: 10 to 15</source>
        <translation>Epoch AI, Frontier Data Centers&#xa0;: 11,8&#x202f;; Turner &amp; Townsend 2025&#xa0;: 10 à 15</translation>
    </message>
    <message>
        <source>Epoch AI cost breakdown 2026-05: 14 years</source>
        <translation>Epoch AI, décomposition des coûts 2026-05&#xa0;: 14 ans</translation>
    </message>
    <message>
        <source>Google 1.09, AWS 1.15 (environmental reports)</source>
        <translation>Google 1,09, AWS 1,15 (rapports environnementaux)</translation>
    </message>
    <message>
        <source>LBNL 2024, Epoch AI: 0.7 to 0.8</source>
        <translation>LBNL 2024, Epoch AI&#xa0;: 0,7 à 0,8</translation>
    </message>
    <message>
        <source>EIA; delivered to US AI sites 0.065 to 0.090</source>
        <translation>EIA&#x202f;; livrée aux sites d’IA américains 0,065 à 0,090</translation>
    </message>
    <message>
        <source>EIA outlook 2025-26; judgement</source>
        <translation>perspectives de l’EIA 2025-26&#x202f;; jugement</translation>
    </message>
    <message>
        <source>Epoch AI: 0.9 bn a GW-year less 0.6 bn energy</source>
        <translation>Epoch AI&#xa0;: 0,9&#xa0;Md$ par GW-an moins 0,6&#xa0;Md$ d’énergie</translation>
    </message>
    <message>
        <source>Barroso et al.: 5% of yearly amortisation; failure rates 5 to 9% a year</source>
        <translation>Barroso et al.&#xa0;: 5&#xa0;% de l’amortissement annuel&#x202f;; taux de panne de 5 à 9&#xa0;% par an</translation>
    </message>
    <message>
        <source>judgement: 100 to 200 engineers and test fleet</source>
        <translation>jugement&#xa0;: 100 à 200 ingénieurs et un parc d’essai</translation>
    </message>
    <message>
        <source>judgement from 2020-26 events (packaging, memory, design faults)</source>
        <translation>jugement d’après les événements 2020-26 (assemblage, mémoire, défauts de conception)</translation>
    </message>
    <message>
        <source>judgement: packaging and memory shortages 6 to 24 months</source>
        <translation>jugement&#xa0;: pénuries d’assemblage et de mémoire de 6 à 24 mois</translation>
    </message>
    <message>
        <source>judgement: 10 to 30% (J.P. Morgan 2021), up to 100% for a slip</source>
        <translation>jugement&#xa0;: 10 à 30&#xa0;% (J.P. Morgan 2021), jusqu’à 100&#xa0;% pour un retard</translation>
    </message>
    <message>
        <source>judgement; advanced nodes about 90% at one foundry</source>
        <translation>jugement&#x202f;; nœuds avancés à environ 90&#xa0;% chez un seul fondeur</translation>
    </message>
    <message>
        <source>judgement: 0.05 to 0.10</source>
        <translation>jugement&#xa0;: 0,05 à 0,10</translation>
    </message>
    <message>
        <source>judgement: 6 to 12</source>
        <translation>jugement&#xa0;: 6 à 12</translation>
    </message>
    <message>
        <source>judgement: 30 to 100% of one counterparty</source>
        <translation>jugement&#xa0;: 30 à 100&#xa0;% d’une contrepartie</translation>
    </message>
    <message>
        <source>judgement; Blackwell 2024-25</source>
        <translation>jugement&#x202f;; Blackwell 2024-25</translation>
    </message>
    <message>
        <source>2026: 5 of 12 announced GW under construction (press)</source>
        <translation>2026&#xa0;: 5&#xa0;GW sur 12 annoncés en construction (presse)</translation>
    </message>
    <message>
        <source>judgement: 3 to 18 months</source>
        <translation>jugement&#xa0;: 3 à 18 mois</translation>
    </message>
    <message>
        <source>judgement; growth 2024-26 between 7x and 12x</source>
        <translation>jugement&#x202f;; croissance 2024-26 entre × 7 et × 12</translation>
    </message>
    <message>
        <source>Ho et al. 2024: 90% interval 2 to 5</source>
        <translation>Ho et al. 2024&#xa0;: intervalle à 90&#xa0;% de 2 à 5</translation>
    </message>
    <message>
        <source>Epoch AI chip sales: price intervals of about 20%</source>
        <translation>Epoch AI, ventes de puces&#xa0;: intervalles de prix d’environ 20&#xa0;%</translation>
    </message>
    <message>
        <source>Epoch AI chip sales: 0.5</source>
        <translation>Epoch AI, ventes de puces&#xa0;: 0,5</translation>
    </message>
    <message>
        <source>Specs: Google Cloud TPU v5e docs (cloud.google.com/tpu/docs/v5e; INT8, no FP8); power and price: Epoch AI chip sales; rent: Google Cloud TPU list price, 3-year</source>
        <translation>Caractéristiques&#xa0;: documentation Google Cloud TPU v5e (cloud.google.com/tpu/docs/v5e&#x202f;; INT8, pas de FP8)&#x202f;; puissance et prix&#xa0;: Epoch AI, ventes de puces&#x202f;; loyer&#xa0;: tarif public Google Cloud TPU sur 3 ans</translation>
    </message>
    <message>
        <source>Specs: Google Cloud TPU docs (docs.cloud.google.com/tpu/docs/tpu7x comparison table; INT8, no FP8 speed-up); power and price: Epoch AI chip sales; rent: Google Cloud TPU list price, 3-year</source>
        <translation>Caractéristiques&#xa0;: documentation Google Cloud TPU (tableau comparatif docs.cloud.google.com/tpu/docs/tpu7x&#x202f;; INT8, sans accélération FP8)&#x202f;; puissance et prix&#xa0;: Epoch AI, ventes de puces&#x202f;; loyer&#xa0;: tarif public Google Cloud TPU sur 3 ans</translation>
    </message>
    <message>
        <source>Specs: Google Cloud TPU docs (docs.cloud.google.com/tpu/docs/tpu7x; FP8); power: SemiAnalysis TCO model 1.21 kW to Epoch AI Frontier Data Centers 1.67 kW; rent: SemiAnalysis, TPUv7: Google takes a swing at the king (2025-11)</source>
        <translation>Caractéristiques&#xa0;: documentation Google Cloud TPU (docs.cloud.google.com/tpu/docs/tpu7x&#x202f;; FP8)&#x202f;; puissance&#xa0;: de 1,21 kW (SemiAnalysis, modèle TCO) à 1,67 kW (Epoch AI, Frontier Data Centers)&#x202f;; loyer&#xa0;: SemiAnalysis, TPUv7: Google takes a swing at the king (2025-11)</translation>
    </message>
    <message>
        <source>Google announcement 2026-04-22 and Hot Chips 2026 via press (FP8 taken as half of 12.6 PFLOP/s FP4); power and price: estimate; rent: TPU v7 rent scaled by capital cost</source>
        <translation>Annonce de Google, 2026-04-22, et Hot Chips 2026 par la presse (FP8 pris comme la moitié de 12,6 PFLOP/s en FP4)&#x202f;; puissance et prix&#xa0;: estimation&#x202f;; loyer&#xa0;: celui du TPU v7 à proportion du coût d’achat</translation>
    </message>
    <message>
        <source>Specs: AWS Neuron documentation (awsdocs-neuron.readthedocs-hosted.com); power: Epoch AI Frontier Data Centers (398 MW for 457k chips) and SemiAnalysis; price: estimate between owner cost and AWS Capacity Blocks 2.235</source>
        <translation>Caractéristiques&#xa0;: documentation AWS Neuron (awsdocs-neuron.readthedocs-hosted.com)&#x202f;; puissance&#xa0;: Epoch AI, Frontier Data Centers (398&#xa0;MW pour 457&#x202f;000 puces) et SemiAnalysis&#x202f;; prix&#xa0;: estimation entre le coût pour le propriétaire et AWS Capacity Blocks à 2,235</translation>
    </message>
    <message>
        <source>Specs: AWS Trainium3 launch 2025-12 and Neuron documentation (MXFP8); power: Epoch AI Frontier Data Centers; price: estimate</source>
        <translation>Caractéristiques&#xa0;: lancement d’AWS Trainium3, 2025-12, et documentation Neuron (MXFP8)&#x202f;; puissance&#xa0;: Epoch AI, Frontier Data Centers&#x202f;; prix&#xa0;: estimation</translation>
    </message>
    <message>
        <source>AWS re:Invent 2025 preview (3x FP8 and 4x memory bandwidth of Trainium3); date, power and price: estimate from the model&apos;s yearly trends</source>
        <translation>Aperçu à AWS re:Invent 2025 (FP8 × 3 et bande passante mémoire × 4 par rapport à Trainium3)&#x202f;; date, puissance et prix&#xa0;: estimation d’après les tendances annuelles du modèle</translation>
    </message>
    <message>
        <source>Specs: NVIDIA H100 datasheet; power: Epoch AI (CoreWeave S-1) and SemiAnalysis TCO model; price: SemiAnalysis AI cloud TCO model 2026-07 (semianalysis.com/ai-cloud-tco-model)</source>
        <translation>Caractéristiques&#xa0;: fiche NVIDIA H100&#x202f;; puissance&#xa0;: Epoch AI (S-1 de CoreWeave) et SemiAnalysis, modèle TCO&#x202f;; prix&#xa0;: SemiAnalysis, modèle TCO du cloud d’IA 2026-07 (semianalysis.com/ai-cloud-tco-model)</translation>
    </message>
    <message>
        <source>Specs: NVIDIA H200 datasheet; power and price: SemiAnalysis AI cloud TCO model 2026-07 (semianalysis.com/ai-cloud-tco-model)</source>
        <translation>Caractéristiques&#xa0;: fiche NVIDIA H200&#x202f;; puissance et prix&#xa0;: SemiAnalysis, modèle TCO du cloud d’IA 2026-07 (semianalysis.com/ai-cloud-tco-model)</translation>
    </message>
    <message>
        <source>Specs: NVIDIA GB200 NVL72 datasheet; power: Epoch AI Frontier Data Centers; capital cost: Epoch AI, AI data center cost breakdown 2026-05 (26 $M per MW IT); rent: SemiAnalysis AI cloud TCO model 2026-07</source>
        <translation>Caractéristiques&#xa0;: fiche NVIDIA GB200 NVL72&#x202f;; puissance&#xa0;: Epoch AI, Frontier Data Centers&#x202f;; coût d’achat&#xa0;: Epoch AI, décomposition des coûts d’un centre d’IA 2026-05 (26&#xa0;M$ par MW IT)&#x202f;; loyer&#xa0;: SemiAnalysis, modèle TCO du cloud d’IA 2026-07</translation>
    </message>
    <message>
        <source>Specs: NVIDIA GB300 NVL72 datasheet; power and rent: SemiAnalysis AI cloud TCO model 2026-07; capital cost: Morgan Stanley rack estimate 2026-05 plus network</source>
        <translation>Caractéristiques&#xa0;: fiche NVIDIA GB300 NVL72&#x202f;; puissance et loyer&#xa0;: SemiAnalysis, modèle TCO du cloud d’IA 2026-07&#x202f;; coût d’achat&#xa0;: Morgan Stanley, estimation de la baie 2026-05, plus le réseau</translation>
    </message>
    <message>
        <source>NVIDIA Vera Rubin NVL72 preliminary specifications 2026; rack price: Morgan Stanley 2026-05 (7.8 $M); power and rent: SemiAnalysis AI cloud TCO model 2026-07</source>
        <translation>NVIDIA Vera Rubin NVL72, caractéristiques préliminaires 2026&#x202f;; prix de la baie&#xa0;: Morgan Stanley 2026-05 (7,8&#xa0;M$)&#x202f;; puissance et loyer&#xa0;: SemiAnalysis, modèle TCO du cloud d’IA 2026-07</translation>
    </message>
    <message>
        <source>Epoch AI, ai-compute-users, 2026-09-03 (CC BY 4.0)</source>
        <translation>Epoch AI, ai-compute-users, 2026-09-03 (CC BY 4.0)</translation>
    </message>
    <message>
        <source>derived from the sites and contracts of the public record</source>
        <translation>déduit des sites et des contrats connus</translation>
    </message>
    <message>
        <source>Epoch AI, ai-compute-users, 2026-09-03 (CC BY 4.0); share times power, derived</source>
        <translation>Epoch AI, ai-compute-users, 2026-09-03 (CC BY 4.0)&#x202f;; part fois puissance, déduit</translation>
    </message>
    <message>
        <source>Epoch AI, Frontier Data Centers, 2026-09 (CC BY 4.0): New Carlisle alone</source>
        <translation>Epoch AI, Frontier Data Centers, 2026-09 (CC BY 4.0)&#xa0;: New Carlisle seul</translation>
    </message>
    <message>
        <source>Epoch AI, Frontier Data Centers, 2026-09 (CC BY 4.0): New Carlisle; margin judged</source>
        <translation>Epoch AI, Frontier Data Centers, 2026-09 (CC BY 4.0)&#xa0;: New Carlisle&#x202f;; marge estimée</translation>
    </message>
    <message>
        <source>company 2026-04-20: about 1 GW of Trainium2 and 3 by the end of 2026; margin judged</source>
        <translation>entreprise, 2026-04-20&#xa0;: environ 1 GW de Trainium2 et 3 d’ici fin 2026&#x202f;; marge estimée</translation>
    </message>
    <message>
        <source>company 2025-10-23: well over 1 GW online in 2026</source>
        <translation>entreprise, 2025-10-23&#xa0;: bien plus de 1 GW en service en 2026</translation>
    </message>
    <message>
        <source>AWS 2025-11-03: about 500,000 Trainium2 in Indiana</source>
        <translation>AWS, 2025-11-03&#xa0;: environ 500&#x202f;000 Trainium2 dans l’Indiana</translation>
    </message>
    <message>
        <source>Epoch AI, Frontier Data Centers, 2026-09 (CC BY 4.0): New Carlisle; columns disagree up to 1.25 million</source>
        <translation>Epoch AI, Frontier Data Centers, 2026-09 (CC BY 4.0)&#xa0;: New Carlisle&#x202f;; les colonnes divergent jusqu’à 1,25 million</translation>
    </message>
    <message>
        <source>company 2025-10-23: up to one million TPUs; lower end judged (Epoch AI: 226,000 in two Fluidstack sites, the rest at Google)</source>
        <translation>entreprise, 2025-10-23&#xa0;: jusqu’à un million de TPU&#x202f;; borne basse estimée (Epoch AI&#xa0;: 226&#x202f;000 dans deux sites Fluidstack, le reste chez Google)</translation>
    </message>
    <message>
        <source>SpaceX S-1 2026-06: about 325,000 GPUs, others come on top</source>
        <translation>SpaceX, S-1, 2026-06&#xa0;: environ 325&#x202f;000 GPU, d’autres s’y ajoutent</translation>
    </message>
    <message>
        <source>Epoch AI, ai-compute-users, 2026-09-03 (CC BY 4.0), from The Information; prospectus via press: 7.33</source>
        <translation>Epoch AI, ai-compute-users, 2026-09-03 (CC BY 4.0), d’après The Information&#x202f;; prospectus selon la presse&#xa0;: 7,33</translation>
    </message>
    <message>
        <source>press: server cost planned for 2026</source>
        <translation>presse&#xa0;: coût des serveurs prévu pour 2026</translation>
    </message>
    <message>
        <source>Epoch AI 8.5 owned; contracts 12 to 14 rented</source>
        <translation>Epoch AI&#xa0;: 8,5 en propre&#x202f;; contrats&#xa0;: 12 à 14 en location</translation>
    </message>
    <message>
        <source>derived from run-rate revenue and IT power</source>
        <translation>déduit du rythme annuel des revenus et de la puissance IT</translation>
    </message>
    <message>
        <source>company, approximately, start of 2025</source>
        <translation>entreprise, environ, début 2025</translation>
    </message>
    <message>
        <source>CNBC 2025-05-30</source>
        <translation>CNBC, 2025-05-30</translation>
    </message>
    <message>
        <source>company 2025-08-31, over</source>
        <translation>entreprise, 2025-08-31, plus de</translation>
    </message>
    <message>
        <source>company 2025-10-21</source>
        <translation>entreprise, 2025-10-21</translation>
    </message>
    <message>
        <source>company 2025-12-31, approximately</source>
        <translation>entreprise, 2025-12-31, environ</translation>
    </message>
    <message>
        <source>company 2026-02-12</source>
        <translation>entreprise, 2026-02-12</translation>
    </message>
    <message>
        <source>Axios 2026-03-18</source>
        <translation>Axios, 2026-03-18</translation>
    </message>
    <message>
        <source>company 2026-04-06, surpassed</source>
        <translation>entreprise, 2026-04-06, dépassé</translation>
    </message>
    <message>
        <source>company 2026-05-28, crossed earlier in May</source>
        <translation>entreprise, 2026-05-28, franchi plus tôt en mai</translation>
    </message>
    <message>
        <source>CNBC 2026-08-17, end of July</source>
        <translation>CNBC, 2026-08-17, fin juillet</translation>
    </message>
    <message>
        <source>prospectus via Reuters 2026-09-28; margin of 7% for run-rate against recognised revenue, judged</source>
        <translation>prospectus selon Reuters, 2026-09-28&#x202f;; marge de 7&#xa0;% entre rythme annuel et revenus comptabilisés, estimée</translation>
    </message>
    <message>
        <source>CNBC (Bloomberg documents); margin of 7% for run-rate against recognised revenue, judged</source>
        <translation>CNBC (documents de Bloomberg)&#x202f;; marge de 7&#xa0;% entre rythme annuel et revenus comptabilisés, estimée</translation>
    </message>
    <message>
        <source>CNBC; margin of 7% for run-rate against recognised revenue, judged</source>
        <translation>CNBC&#x202f;; marge de 7&#xa0;% entre rythme annuel et revenus comptabilisés, estimée</translation>
    </message>
    <message>
        <source>CNBC, more than; margin of 7% for run-rate against recognised revenue, judged</source>
        <translation>CNBC, plus de&#x202f;; marge de 7&#xa0;% entre rythme annuel et revenus comptabilisés, estimée</translation>
    </message>
    <message>
        <source>observed revenue is what was served; bound judged</source>
        <translation>les revenus observés sont ce qui a été servi&#x202f;; borne estimée</translation>
    </message>
    <message>
        <source>Company announcement, 2025-09-02 (Series F)</source>
        <translation>Annonce de l’entreprise, 2025-09-02 (série F)</translation>
    </message>
    <message>
        <source>Company and Google Cloud announcements, 2025-10-23</source>
        <translation>Annonces de l’entreprise et de Google Cloud, 2025-10-23</translation>
    </message>
    <message>
        <source>AWS, 2025-11-03; Microsoft, 2025-11-18</source>
        <translation>AWS, 2025-11-03&#x202f;; Microsoft, 2025-11-18</translation>
    </message>
    <message>
        <source>Broadcom results call, 2025-12-11</source>
        <translation>Présentation des résultats de Broadcom, 2025-12-11</translation>
    </message>
    <message>
        <source>Company announcement, 2026-02-12; Amazon results, 2026-02-05</source>
        <translation>Annonce de l’entreprise, 2026-02-12&#x202f;; résultats d’Amazon, 2026-02-05</translation>
    </message>
    <message>
        <source>Company announcements, 2026-04-06 and 2026-04-20</source>
        <translation>Annonces de l’entreprise, 2026-04-06 et 2026-04-20</translation>
    </message>
    <message>
        <source>CNBC, 2026-08-17</source>
        <translation>CNBC, 2026-08-17</translation>
    </message>
    <message>
        <source>Reuters, 2026-09-28</source>
        <translation>Reuters, 2026-09-28</translation>
    </message>
    <message>
        <source>company, run-rate of January 2024</source>
        <translation>entreprise, revenu annualisé de janvier 2024</translation>
    </message>
    <message>
        <source>Press, 2026-06</source>
        <translation>Presse, 2026-06</translation>
    </message>
    <message>
        <source>Reuters, 2026-03-10</source>
        <translation>Reuters, 2026-03-10</translation>
    </message>
    <message>
        <source>Epoch AI note, 2025-07</source>
        <translation>Note d’Epoch AI, 2025-07</translation>
    </message>
    <message>
        <source>Epoch AI note, 2025-12</source>
        <translation>Note d’Epoch AI, 2025-12</translation>
    </message>
    <message>
        <source>The Information, 2023</source>
        <translation>The Information, 2023</translation>
    </message>
    <message>
        <source>SemiAnalysis, 2026-09-08</source>
        <translation>SemiAnalysis, 2026-09-08</translation>
    </message>
    <message>
        <source>SemiAnalysis, 2026-09-14</source>
        <translation>SemiAnalysis, 2026-09-14</translation>
    </message>
    <message>
        <source>MLCommons announcement, 2026-09-16</source>
        <translation>Annonce de MLCommons, 2026-09-16</translation>
    </message>
    <message>
        <source>SemiAnalysis, 2026-08</source>
        <translation>SemiAnalysis, 2026-08</translation>
    </message>
    <message>
        <source>Press, 2026-08</source>
        <translation>Presse, 2026-08</translation>
    </message>
    <message>
        <source>Press, 2026-10-05</source>
        <translation>Presse, 2026-10-05</translation>
    </message>
    <message>
        <source>AWS, 2026-08-26</source>
        <translation>AWS, 2026-08-26</translation>
    </message>
    <message>
        <source>NVIDIA results, 2026-08-26</source>
        <translation>Résultats de NVIDIA, 2026-08-26</translation>
    </message>
    <message>
        <source>Broadcom results call, 2026-09</source>
        <translation>Résultats de Broadcom, 2026-09</translation>
    </message>
    <message>
        <source>Reuters, 2026-10-01</source>
        <translation>Reuters, 2026-10-01</translation>
    </message>
    <message>
        <source>EIA Short-Term Energy Outlook, 2026-05</source>
        <translation>EIA Short-Term Energy Outlook, 2026-05</translation>
    </message>
    <message>
        <source>EIA Short-Term Energy Outlook, 2026-01</source>
        <translation>EIA Short-Term Energy Outlook, 2026-01</translation>
    </message>
    <message>
        <source>fitted so that what was observed was served: the fleet just suffices in its tightest month</source>
        <translation>ajusté pour que l’observé ait été servi&#xa0;: le parc suffit tout juste dans son mois le plus tendu</translation>
    </message>
    <message>
        <source>judgement: what is announced for 2027 to 2030 has to be wanted</source>
        <translation>jugement&#xa0;: ce qui est annoncé pour 2027 à 2030 doit être voulu</translation>
    </message>
    <message>
        <source>judgement: a contract is signed a year ahead</source>
        <translation>jugement&#xa0;: un contrat se signe un an à l’avance</translation>
    </message>
    <message>
        <source>derived from the compute at the end of 2024 (Epoch AI, ai-compute-users: 209 thousand H100)</source>
        <translation>déduit du calcul à la fin de 2024 (Epoch AI, ai-compute-users&#xa0;: 209 milliers de H100)</translation>
    </message>
    <message>
        <source>derived: 1.6 GW beside New Carlisle, so that over a gigawatt of TPUs is online in 2026</source>
        <translation>déduit&#xa0;: 1,6&#xa0;GW à côté de New Carlisle, pour que plus d’un gigawatt de TPU soit en ligne en 2026</translation>
    </message>
    <message>
        <source>derived: the sites of the record carry the rest of what is announced</source>
        <translation>déduit&#xa0;: les sites du relevé portent le reste de ce qui est annoncé</translation>
    </message>
    <message>
        <source>judgement: ordinary supply beside the contracts, of which more could be had than was wanted</source>
        <translation>jugement&#xa0;: offre ordinaire à côté des contrats, dont on aurait pu avoir plus que voulu</translation>
    </message>
    <message>
        <source>SemiAnalysis 2025-11: 400,000 of a million TPUs bought</source>
        <translation>SemiAnalysis 2025-11&#xa0;: 400&#xa0;000 TPU achetés sur un million</translation>
    </message>
    <message>
        <source>derived: the record&apos;s GPUs are all rented</source>
        <translation>déduit&#xa0;: les GPU du relevé sont tous loués</translation>
    </message>
    <message>
        <source>fitted to contracts: a TPU v7 at $1.57 an hour, of about 1.60 (SemiAnalysis 2025-11), and 12 to $14 bn a GW-year</source>
        <translation>ajusté aux contrats&#xa0;: un TPU v7 à 1,57&#xa0;$ l’heure, pour environ 1,60 (SemiAnalysis 2025-11), et 12 à 14&#xa0;Md$ par GW-an</translation>
    </message>
    <message>
        <source>convention: the last month of the record, September 2026</source>
        <translation>convention&#xa0;: le dernier mois du relevé, septembre 2026</translation>
    </message>
    <message>
        <source>judgement within the record: three times a year as a base, seven to ten in history</source>
        <translation>jugement dans le relevé&#xa0;: fois trois par an comme base, sept à dix dans l’histoire</translation>
    </message>
    <message>
        <source>derived from 2025: serving 1.7 of $7.33 bn; two thirds of compute serve in 2026 (Deloitte)</source>
        <translation>déduit de 2025&#xa0;: service 1,7 sur 7,33&#xa0;Md$&#x202f;; deux tiers du calcul servent en 2026 (Deloitte)</translation>
    </message>
    <message>
        <source>judgement: the fleet of 2025 ran ahead of revenue, by about four months</source>
        <translation>jugement&#xa0;: le parc de 2025 devançait le revenu, d’environ quatre mois</translation>
    </message>
    <message>
        <source>judgement: less is held back than in ordinary times</source>
        <translation>jugement&#xa0;: on retient moins qu’en temps ordinaire</translation>
    </message>
    <message>
        <source>derived from the contracts of the record by family</source>
        <translation>déduit des contrats du relevé par famille</translation>
    </message>
    <message>
        <source>what if: one supplier alone</source>
        <translation>et si&#xa0;: un seul fournisseur</translation>
    </message>
    <message>
        <source>judgement: contracts end in 2031, and what follows them is bought</source>
        <translation>jugement&#xa0;: les contrats finissent en 2031, et la suite s’achète</translation>
    </message>
    <message>
        <source>what if: power comes late and grows slowly</source>
        <translation>et si&#xa0;: la puissance vient tard et croît peu</translation>
    </message>
    <message>
        <source>what could happen; stress tests to set oneself</source>
        <translation>ce qui pourrait arriver&#x202f;; des épreuves à fixer soi-même</translation>
    </message>
    <message>
        <source>own estimate</source>
        <translation>estimation personnelle</translation>
    </message>
    <message>
        <source>Ho et al. 2024: 90% interval 2 to 5, taken as lognormal</source>
        <translation>Ho et al. 2024&#xa0;: intervalle à 90&#xa0;% de 2 à 5, pris pour log-normal</translation>
    </message>
    <message>
        <source>Epoch AI cost breakdown 2026-05: 3 to 7 years</source>
        <translation>Epoch AI, décomposition des coûts, 2026-05&#xa0;: 3 à 7 ans</translation>
    </message>
    <message>
        <source>judgement: never, to chips of half a new chip&apos;s compute per watt</source>
        <translation>jugement&#xa0;: jamais, jusqu’aux puces de moitié moins de calcul par watt qu’une neuve</translation>
    </message>
    <message>
        <source>judgement: at once, to a quarter later</source>
        <translation>jugement&#xa0;: tout de suite, jusqu’à un trimestre plus tard</translation>
    </message>
    <message>
        <source>half of all power 3 to 18 months late: one in ten by 15 or more</source>
        <translation>la moitié de la puissance en retard de 3 à 18 mois&#xa0;: une fois sur dix de 15 ou plus</translation>
    </message>
    <message>
        <source>three in ten 2 to 6 months late: one in ten by 4.7 or more</source>
        <translation>trois sur dix en retard de 2 à 6 mois&#xa0;: une sur dix de 4,7 ou plus</translation>
    </message>
    <message>
        <source>Epoch AI 2022: best of each month 1.26x, ML GPUs 1.40x</source>
        <translation>Epoch AI 2022&#xa0;: meilleur de chaque mois 1,26x, GPU d’apprentissage 1,40x</translation>
    </message>
    <message>
        <source>planning cases and published runs: ten points either way</source>
        <translation>cas de planification et exécutions publiées&#xa0;: dix points de part et d’autre</translation>
    </message>
    <message>
        <source>public serving fits: decode 5 to 15%, prefill 15 to 45%, half of each</source>
        <translation>ajustements publics&#xa0;: décodage 5 à 15&#xa0;%, préremplissage 15 à 45&#xa0;%, moitié de chaque</translation>
    </message>
    <message>
        <source>published goodput of 85 to 97%</source>
        <translation>temps utile publié de 85 à 97&#xa0;%</translation>
    </message>
    <message>
        <source>CoreWeave 2025: 0.4 quarters; Epoch AI TPU model: about one quarter</source>
        <translation>CoreWeave 2025&#xa0;: 0,4 trimestre&#x202f;; modèle TPU d’Epoch AI&#xa0;: environ un trimestre</translation>
    </message>
    <message>
        <source>no gain, to the least that vendors report on one chip over a year</source>
        <translation>aucun gain, jusqu’au moins que les constructeurs annoncent en un an sur une puce</translation>
    </message>
    <message>
        <source>SemiAnalysis 2025-11: none, to 400k of 1M TPUs bought; the others alike</source>
        <translation>SemiAnalysis 2025-11&#xa0;: aucun, jusqu’à 400 000 TPU achetés sur 1 million&#x202f;; les autres de même</translation>
    </message>
    <message>
        <source>Epoch AI chip sales: price intervals of about 20%, spread 0.15</source>
        <translation>Epoch AI, ventes de puces&#xa0;: intervalles de prix d’environ 20&#xa0;%, dispersion 0,15</translation>
    </message>
    <message>
        <source>TPU v7 rents of $1.60 to $2.00 an hour over a cost of $1.21</source>
        <translation>loyers du TPU v7 de 1,60 à 2,00 USD l’heure pour un coût de 1,21</translation>
    </message>
    <message>
        <source>Epoch AI about 7%; SemiAnalysis cases to 14%</source>
        <translation>Epoch AI environ 7&#xa0;%&#x202f;; cas de SemiAnalysis jusqu’à 14&#xa0;%</translation>
    </message>
    <message>
        <source>Turner &amp; Townsend 2025: 10 to 15</source>
        <translation>Turner &amp; Townsend 2025&#xa0;: 10 à 15</translation>
    </message>
    <message>
        <source>power and cooling 12 to 15 years (press)</source>
        <translation>alimentation et refroidissement 12 à 15 ans (presse)</translation>
    </message>
    <message>
        <source>Meta 1.08 to Microsoft 1.17 (environmental reports)</source>
        <translation>Meta 1,08 à Microsoft 1,17 (rapports environnementaux)</translation>
    </message>
    <message>
        <source>LBNL 2024, Epoch AI: 0.7 to 0.8; training above 0.8</source>
        <translation>LBNL 2024, Epoch AI&#xa0;: 0,7 à 0,8&#x202f;; entraînement au-dessus de 0,8</translation>
    </message>
    <message>
        <source>delivered to US AI sites 0.065 to 0.090</source>
        <translation>livrée aux sites d’IA américains 0,065 à 0,090</translation>
    </message>
    <message>
        <source>judgement: two points either way</source>
        <translation>jugement&#xa0;: deux points de part et d’autre</translation>
    </message>
    <message>
        <source>packaging and memory shortages of 6 to 24 months</source>
        <translation>pénuries d’assemblage et de mémoire de 6 à 24 mois</translation>
    </message>
    <message>
        <source>J.P. Morgan 2021: 10 to 30%</source>
        <translation>J.P. Morgan 2021&#xa0;: 10 à 30&#xa0;%</translation>
    </message>
    <message>
        <source>AWS, 2025-11-03</source>
        <translation>AWS, 2025-11-03</translation>
    </message>
    <message>
        <source>The article, October 2025</source>
        <translation>L’article, octobre 2025</translation>
    </message>
    <message>
        <source>Epoch AI, Frontier Data Centers, 2026-09 (CC BY 4.0)</source>
        <translation>Epoch AI, Frontier Data Centers, 2026-09 (CC BY 4.0)</translation>
    </message>
    <message>
        <source>Amazon 10-Q and 10-K</source>
        <translation>Amazon, 10-Q et 10-K</translation>
    </message>
    <message>
        <source>Company announcement, 2025-11-12</source>
        <translation>Annonce de l’entreprise, 2025-11-12</translation>
    </message>
    <message>
        <source>Microsoft, 2025-11-18</source>
        <translation>Microsoft, 2025-11-18</translation>
    </message>
    <message>
        <source>SemiAnalysis, 2025-11-28</source>
        <translation>SemiAnalysis, 2025-11-28</translation>
    </message>
    <message>
        <source>Amazon results, 2026-02-05</source>
        <translation>Résultats d’Amazon, 2026-02-05</translation>
    </message>
    <message>
        <source>Company announcement and Broadcom 8-K, 2026-04-06</source>
        <translation>Annonce de l’entreprise et 8-K de Broadcom, 2026-04-06</translation>
    </message>
    <message>
        <source>Company announcement, 2026-04-20</source>
        <translation>Annonce de l’entreprise, 2026-04-20</translation>
    </message>
    <message>
        <source>Press, 2026-04-24</source>
        <translation>Presse, 2026-04-24</translation>
    </message>
    <message>
        <source>CoreWeave, 2026-04</source>
        <translation>CoreWeave, 2026-04</translation>
    </message>
    <message>
        <source>The Information, 2026-05</source>
        <translation>The Information, 2026-05</translation>
    </message>
    <message>
        <source>SpaceX S-1, 2026-06</source>
        <translation>SpaceX, S-1, 2026-06</translation>
    </message>
    <message>
        <source>TeraWulf, 2026-07-06</source>
        <translation>TeraWulf, 2026-07-06</translation>
    </message>
    <message>
        <source>Press, 2026-08-05</source>
        <translation>Presse, 2026-08-05</translation>
    </message>
    <message>
        <source>SEC filing of Nscale, 2026-08-26</source>
        <translation>Dépôt SEC de Nscale, 2026-08-26</translation>
    </message>
    <message>
        <source>Press, 2026-08-31</source>
        <translation>Presse, 2026-08-31</translation>
    </message>
    <message>
        <source>SEC filing of Akamai, 2026-09-24</source>
        <translation>Dépôt SEC d’Akamai, 2026-09-24</translation>
    </message>
    <message>
        <source>Prospectus via Reuters, 2026-09-28</source>
        <translation>Prospectus via Reuters, 2026-09-28</translation>
    </message>
    <message>
        <source>One press digest, mid-2026</source>
        <translation>Un résumé de presse, mi-2026</translation>
    </message>
    <message>
        <source>Press, 2026-08-08</source>
        <translation>Presse, 2026-08-08</translation>
    </message>
    <message>
        <source>CNBC, 2026-10-01</source>
        <translation>CNBC, 2026-10-01</translation>
    </message>
    <message>
        <source>Axios, 2026-10-07</source>
        <translation>Axios, 2026-10-07</translation>
    </message>
    <message>
        <source>Research note in a press digest, 2026-10-07</source>
        <translation>Note d’analyste dans un résumé de presse, 2026-10-07</translation>
    </message>
    <message>
        <source>Press, 2026-06-01</source>
        <translation>Presse, 2026-06-01</translation>
    </message>
    <message>
        <source>Reuters, 2026-08-31</source>
        <translation>Reuters, 2026-08-31</translation>
    </message>
    <message>
        <source>Reuters, 2026-09-29</source>
        <translation>Reuters, 2026-09-29</translation>
    </message>
    <message>
        <source>Bloomberg, 2026-10-01</source>
        <translation>Bloomberg, 2026-10-01</translation>
    </message>
    <message>
        <source>CNBC (Bloomberg documents)</source>
        <translation>CNBC (documents de Bloomberg)</translation>
    </message>
    <message>
        <source>Memo via press, 2026-04</source>
        <translation>Mémo via la presse, 2026-04</translation>
    </message>
    <message>
        <source>Press, 2026-09</source>
        <translation>Presse, 2026-09</translation>
    </message>
    <message>
        <source>Press, 2026-08-23</source>
        <translation>Presse, 2026-08-23</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>Source of a value</source>
        <translation>Source d’une valeur</translation>
    </message>
    <message>
        <source>Where {assumption} = {value} comes from. A source is of this value: where the lever is moved it no longer counts.</source>
        <translation>D’où vient {assumption} = {value}. Une source vaut pour cette valeur&#xa0;: si le levier bouge, elle ne compte plus.</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>who says so, where and when</source>
        <translation>qui le dit, où et quand</translation>
    </message>
    <message>
        <source>&amp;Grade</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>&amp;As of</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>the month, if known</source>
        <translation>le mois, s’il est connu</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Remarque</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Write who says so.</source>
        <translation>Écrivez qui le dit.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Fichiers récents</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>absent pour l’instant</translation>
    </message>
    <message>
        <source>★ pinned</source>
        <translation>★ épinglé</translation>
    </message>
    <message>
        <source>☆ pin</source>
        <translation>☆ épingler</translation>
    </message>
    <message>
        <source>Keep this file on the list</source>
        <translation>Garder ce fichier dans la liste</translation>
    </message>
    <message>
        <source>Pin {file}</source>
        <translation>Épingler {file}</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>Headroom</translation>
    </message>
    <message>
        <source>How much compute will there be, what will it cost, what holds it back, and what if a supplier fails?</source>
        <translation>Combien de calcul y aura-t-il, à quel prix, qu’est-ce qui le freine, et que se passe-t-il si un fournisseur fait défaut&#x202f;?</translation>
    </message>
    <message>
        <source>Filled: the capacity there will be; dashed: the demand; on a log scale.</source>
        <translation>En plein&#xa0;: la capacité prévue&#x202f;; en tirets&#xa0;: la demande&#x202f;; échelle logarithmique.</translation>
    </message>
    <message>
        <source>Files that you open or save are listed here. Drop one on the window, or press Ctrl+O.</source>
        <translation>Les fichiers que vous ouvrez ou enregistrez sont listés ici. Déposez-en un sur la fenêtre, ou pressez Ctrl+O.</translation>
    </message>
</context>
<context>
    <name>StartUp</name>
    <message>
        <source>memory</source>
        <translation>mémoire</translation>
    </message>
    <message>
        <source>one window</source>
        <translation>fenêtre unique</translation>
    </message>
    <message>
        <source>private files</source>
        <translation>fichiers privés</translation>
    </message>
    <message>
        <source>log</source>
        <translation>journal</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>signaux</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>réglages</translation>
    </message>
    <message>
        <source>units</source>
        <translation>unités</translation>
    </message>
    <message>
        <source>lists of files</source>
        <translation>listes de fichiers</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>couleurs</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>disposition</translation>
    </message>
    <message>
        <source>first lever</source>
        <translation>premier levier</translation>
    </message>
    <message>
        <source>preferences</source>
        <translation>préférences</translation>
    </message>
    <message>
        <source>tour</source>
        <translation>visite guidée</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>récupération</translation>
    </message>
    <message>
        <source>old recovery files</source>
        <translation>anciens fichiers de récupération</translation>
    </message>
    <message>
        <source>unsaved work of before</source>
        <translation>travail non enregistré d’avant</translation>
    </message>
    <message>
        <source>{what} ({why})</source>
        <translation>{what} ({why})</translation>
    </message>
    <message>
        <source>Headroom started without: {steps}.</source>
        <translation>Headroom a démarré sans&#xa0;: {steps}.</translation>
    </message>
</context>
<context>
    <name>StressPicture</name>
    <message>
        <source>Demand served and chance of a shortfall by month</source>
        <translation>Demande servie et probabilité de déficit par mois</translation>
    </message>
    <message>
        <source>Arrows read other months, Enter chooses one.</source>
        <translation>Les flèches lisent d’autres mois, Entrée en choisit un.</translation>
    </message>
    <message>
        <source>{month}: {served} of demand served in the plan.</source>
        <translation>{month}&#xa0;: demande servie à {served} dans le plan.</translation>
    </message>
    <message>
        <source>{month}: {served} of demand served in the plan; short in {short} of worlds, and in {ever} by then.</source>
        <translation>{month}&#xa0;: demande servie à {served} dans le plan&#x202f;; en déficit dans {short} des mondes, et dans {ever} jusque-là.</translation>
    </message>
    <message>
        <source>target {share}</source>
        <translation>objectif {share}</translation>
    </message>
    <message>
        <source>short by then</source>
        <translation>en déficit jusque-là</translation>
    </message>
    <message>
        <source>short in the month</source>
        <translation>en déficit dans le mois</translation>
    </message>
</context>
<context>
    <name>Supply</name>
    <message>
        <source>Unserved revenue</source>
        <translation>Revenus non servis</translation>
    </message>
    <message>
        <source>Economic cost</source>
        <translation>Coût économique</translation>
    </message>
    <message>
        <source>Idle commitment</source>
        <translation>Engagement inutilisé</translation>
    </message>
    <message>
        <source>Present value of cash</source>
        <translation>Valeur actuelle décaissée</translation>
    </message>
    <message>
        <source>Chance of a shortfall</source>
        <translation>Risque de déficit</translation>
    </message>
    <message>
        <source>Revenue of demand that finds no compute, summed over the window.</source>
        <translation>Revenus de la demande qui ne trouve pas de calcul, cumulés sur la période.</translation>
    </message>
    <message>
        <source>What the fleet costs over the window, with the cost of capital.</source>
        <translation>Ce que coûte le parc sur la période, coût du capital compris.</translation>
    </message>
    <message>
        <source>What is paid for chips that had to be taken and found no power.</source>
        <translation>Ce qui est payé pour des puces qu’il a fallu prendre et qui n’ont pas trouvé de courant.</translation>
    </message>
    <message>
        <source>What is paid over the window, discounted to the first month.</source>
        <translation>Ce qui est payé sur la période, actualisé au premier mois.</translation>
    </message>
    <message>
        <source>The share of the worlds with a short month in the window.</source>
        <translation>Part des mondes où un mois au moins est à court sur la période.</translation>
    </message>
    <message>
        <source>points</source>
        <translation>points</translation>
    </message>
    <message>
        <source>without {before}, with {after}</source>
        <translation>sans&#xa0;: {before}&#x202f;; avec&#xa0;: {after}</translation>
    </message>
    <message>
        <source>{family} installed</source>
        <translation>{family} installées</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Facility power in use</source>
        <translation>Puissance des sites en usage</translation>
    </message>
    <message>
        <source>Unserved revenue in all</source>
        <translation>Revenus non servis au total</translation>
    </message>
    <message>
        <source>So much later, less without any wait.</source>
        <translation>Écart entre cette attente et aucune attente.</translation>
    </message>
    <message>
        <source>Later by</source>
        <translation>Retard</translation>
    </message>
    <message>
        <source>Begins in</source>
        <translation>Débute en</translation>
    </message>
    <message>
        <source>Goal holds</source>
        <translation>Objectif tenu</translation>
    </message>
    <message>
        <source>{change} against a month less</source>
        <translation>{change} par rapport à un mois de moins</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Whole in</source>
        <translation>Complet en</translation>
    </message>
    <message>
        <source>Firm part
{unit}</source>
        <translation>Part ferme
{unit}</translation>
    </message>
    <message>
        <source>All firm by then
{unit}</source>
        <translation>Ferme en tout
{unit}</translation>
    </message>
    <message>
        <source>Power ready
{unit}</source>
        <translation>Puissance prête
{unit}</translation>
    </message>
    <message>
        <source>Worth
{unit}</source>
        <translation>Apport
{unit}</translation>
    </message>
    <message>
        <source>With it, less without it, on the same worlds.</source>
        <translation>Avec, moins sans, sur les mêmes mondes.</translation>
    </message>
    <message>
        <source>Each alone: the others stay as they are.</source>
        <translation>Chacun seul&#xa0;: les autres restent tels quels.</translation>
    </message>
    <message>
        <source>The month in which all of it is there, in the plan.</source>
        <translation>Le mois où il est là en entier, dans le plan.</translation>
    </message>
    <message>
        <source>What of it must be taken, or paid for.</source>
        <translation>Ce qu’il faut en prendre, ou payer.</translation>
    </message>
    <message>
        <source>What must be taken of all contracts by that month.</source>
        <translation>Ce qu’il faut prendre de tous les contrats à ce mois.</translation>
    </message>
    <message>
        <source>What the facilities can carry in that month, in the plan.</source>
        <translation>Ce que les sites peuvent alimenter ce mois-là, dans le plan.</translation>
    </message>
    <message>
        <source>Revenue that it lets serve, less the economic cost that it adds, world by world; 95 of 100 samples of the worlds have a mean within the margin.</source>
        <translation>Les revenus qu’il permet de servir, moins le coût économique qu’il ajoute, monde par monde&#x202f;; 95 échantillons de mondes sur 100 ont une moyenne dans la marge.</translation>
    </message>
    <message>
        <source>More must be taken by then than finds power.</source>
        <translation>À cette date, il faut prendre plus que ce qui trouve du courant.</translation>
    </message>
</context>
<context>
    <name>SupplyPage</name>
    <message>
        <source>Parts of the page</source>
        <translation>Parties de la page</translation>
    </message>
    <message>
        <source>Chips</source>
        <translation>Puces</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Contrats</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
</context>
<context>
    <name>SupplyPart</name>
    <message>
        <source>What each is worth</source>
        <translation>Ce que chacun apporte</translation>
    </message>
    <message>
        <source>What each contract is worth</source>
        <translation>Ce qu’apporte chaque contrat</translation>
    </message>
    <message>
        <source>What each site is worth</source>
        <translation>Ce qu’apporte chaque site</translation>
    </message>
    <message>
        <source>With each, less without it, on the same {draws} worlds, summed over the months to come; ± is the margin at 95%</source>
        <translation>Avec, moins sans, sur les mêmes {draws} mondes, cumulé sur les mois à venir&#x202f;; ± est la marge à 95&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>is needed</source>
        <translation>est nécessaire</translation>
    </message>
    <message>
        <source>stopped; what is finished stays: --resume goes on with it</source>
        <translation>arrêté&#x202f;; ce qui est terminé reste&#xa0;: --resume reprend où il en est</translation>
    </message>
    <message>
        <source>allowed is a whole number from 0 to {most}</source>
        <translation>valeur permise&#xa0;: un nombre entier de 0 à {most}</translation>
    </message>
    <message>
        <source>{count} scenarios ({skipped} can&apos;t be), {draws} draws; about {hours} core-hours and {size} MB</source>
        <translation>{count} scénarios (dont {skipped} impossibles), {draws} tirages&#x202f;; environ {hours} heures-cœur et {size} Mo</translation>
    </message>
    <message>
        <source>of these {size} MB are values of single draws</source>
        <translation>dont {size} Mo de valeurs tirage par tirage</translation>
    </message>
    <message>
        <source>tables are CSV: Parquet needs pyarrow</source>
        <translation>les tableaux sont en CSV&#xa0;: Parquet demande pyarrow</translation>
    </message>
    <message>
        <source>{out}: {computed} scenarios computed in {seconds} s, {found} were there, {skipped} skipped (of {count})</source>
        <translation>{out}&#xa0;: {computed} scénarios calculés en {seconds} s, {found} déjà présents, {skipped} écartés (sur {count})</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>balayage</translation>
    </message>
    <message>
        <source>{a} of {b} scenarios, {rate} a minute, {workers} at once; {more}</source>
        <translation>{a} scénarios sur {b}, {rate} par minute, {workers} à la fois&#x202f;; {more}</translation>
    </message>
    <message>
        <source>has no families</source>
        <translation>n’a pas de familles</translation>
    </message>
    <message>
        <source>{name} (scenario {number} of a sweep)</source>
        <translation>{name} (scénario {number} d’un balayage)</translation>
    </message>
    <message>
        <source>nothing is finished</source>
        <translation>rien n’est terminé</translation>
    </message>
    <message>
        <source>another run writes into it ({who})</source>
        <translation>une autre exécution y écrit ({who})</translation>
    </message>
    <message>
        <source>holds results, but no manifest</source>
        <translation>contient des résultats, mais pas de manifeste</translation>
    </message>
    <message>
        <source>holds a sweep; --resume goes on with it</source>
        <translation>contient déjà un balayage&#x202f;; --resume le reprend</translation>
    </message>
    <message>
        <source>was made by another engine ({made}); this is {own}</source>
        <translation>provient d’un autre moteur ({made})&#x202f;; celui-ci est {own}</translation>
    </message>
    <message>
        <source>is of another plan</source>
        <translation>provient d’un autre plan</translation>
    </message>
    <message>
        <source>is not the folder of a sweep</source>
        <translation>n’est pas le dossier d’un balayage</translation>
    </message>
    <message>
        <source>was written by a newer Headroom</source>
        <translation>a été écrit par un Headroom plus récent</translation>
    </message>
    <message>
        <source>allowed is a list</source>
        <translation>valeur permise&#xa0;: une liste</translation>
    </message>
    <message>
        <source>allowed is a table</source>
        <translation>valeur permise&#xa0;: une table</translation>
    </message>
    <message>
        <source>allowed is a text on one line</source>
        <translation>valeur permise&#xa0;: un texte sur une ligne</translation>
    </message>
    <message>
        <source>scenario {number} ({cells})</source>
        <translation>scénario {number} ({cells})</translation>
    </message>
    <message>
        <source>allowed is a month from {low} to {high}</source>
        <translation>valeur permise&#xa0;: un mois de {low} à {high}</translation>
    </message>
    <message>
        <source>is no plan in TOML: {reason}</source>
        <translation>n’est pas un plan en TOML&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>is varied twice</source>
        <translation>varie deux fois</translation>
    </message>
    <message>
        <source>at most {most} are allowed</source>
        <translation>{most} au plus sont permis</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>scénarios</translation>
    </message>
    <message>
        <source>one or more, each once</source>
        <translation>un ou plusieurs, chacun une seule fois</translation>
    </message>
    <message>
        <source>values of each scenario; at most {most} are kept</source>
        <translation>valeurs par scénario&#x202f;; {most} au plus sont conservées</translation>
    </message>
    <message>
        <source>no such series of numbers; `describe series` lists them</source>
        <translation>aucune série de nombres de ce nom&#x202f;; `describe series` en donne la liste</translation>
    </message>
    <message>
        <source>a measure has a name of its own, of letters, digits and _</source>
        <translation>une mesure a un nom à elle, fait de lettres, de chiffres et de _</translation>
    </message>
    <message>
        <source>the bases start in other months</source>
        <translation>les scénarios de base ne commencent pas le même mois</translation>
    </message>
    <message>
        <source>allowed are a first and a last month, YYYY-MM</source>
        <translation>valeurs permises&#xa0;: un premier et un dernier mois, AAAA-MM</translation>
    </message>
    <message>
        <source>the last is before the first</source>
        <translation>le dernier précède le premier</translation>
    </message>
    <message>
        <source>has either a key or options</source>
        <translation>a soit une clé, soit des options</translation>
    </message>
    <message>
        <source>allowed are one or more</source>
        <translation>il en faut un ou plusieurs</translation>
    </message>
    <message>
        <source>has values, or from, to and steps</source>
        <translation>a des values, ou bien from, to et steps</translation>
    </message>
    <message>
        <source>a log range lies above 0</source>
        <translation>un intervalle logarithmique est au-dessus de 0</translation>
    </message>
    <message>
        <source>gives more than {most} mixes</source>
        <translation>donne plus de {most} répartitions</translation>
    </message>
    <message>
        <source>a simplex is of shares that sum to 1</source>
        <translation>un simplexe concerne des parts dont la somme vaut 1</translation>
    </message>
    <message>
        <source>the bases have other families</source>
        <translation>les scénarios de base n’ont pas les mêmes familles</translation>
    </message>
    <message>
        <source>options have a name</source>
        <translation>des options ont un nom</translation>
    </message>
    <message>
        <source>an option has a label</source>
        <translation>une option a un libellé</translation>
    </message>
    <message>
        <source>a sample has points</source>
        <translation>un échantillon a un nombre de points</translation>
    </message>
    <message>
        <source>allowed is [low, high]</source>
        <translation>valeur permise&#xa0;: [bas, haut]</translation>
    </message>
    <message>
        <source>is not one number</source>
        <translation>n’est pas un nombre unique</translation>
    </message>
    <message>
        <source>dimensions; at most {most} are allowed</source>
        <translation>dimensions&#x202f;; {most} au plus sont permises</translation>
    </message>
    <message>
        <source>needs Dask: install headroom[sweep]</source>
        <translation>demande Dask&#xa0;: installez headroom[sweep]</translation>
    </message>
    <message>
        <source>can&apos;t be reached ({reason})</source>
        <translation>est injoignable ({reason})</translation>
    </message>
    <message numerus="yes">
        <source>its worker died %n time(s)</source>
        <translation>
            <numerusform>son exécutant est mort&#xa0;%n fois</numerusform>
            <numerusform>son exécutant est mort&#xa0;%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Parquet needs pyarrow: install headroom[sweep]</source>
        <translation>Parquet demande pyarrow&#xa0;: installez headroom[sweep]</translation>
    </message>
    <message>
        <source>is a damaged table</source>
        <translation>est un tableau endommagé</translation>
    </message>
    <message>
        <source>a worker has another engine: {its}; asked was {asked}</source>
        <translation>un exécutant a un autre moteur&#xa0;: {its}&#x202f;; attendu&#xa0;: {asked}</translation>
    </message>
    <message>
        <source>needs h5netcdf: install headroom[netcdf]</source>
        <translation>nécessite h5netcdf&#xa0;: installez headroom[netcdf]</translation>
    </message>
    <message>
        <source>is not the plan that was run</source>
        <translation>n’est pas le plan qui a été calculé</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et encore&#xa0;%n</numerusform>
            <numerusform>et encore&#xa0;%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepWindow</name>
    <message>
        <source>A sweep</source>
        <translation>Un balayage</translation>
    </message>
    <message>
        <source>{name} - Sweep</source>
        <translation>{name} - Balayage</translation>
    </message>
    <message>
        <source>Filter: gpu, 12, power_budget_gw&gt;2</source>
        <translation>Filtre&#xa0;: gpu, 12, power_budget_gw&gt;2</translation>
    </message>
    <message>
        <source>Filter the scenarios</source>
        <translation>Filtrer les scénarios</translation>
    </message>
    <message>
        <source>What is shown of the draws</source>
        <translation>Ce qui est montré des tirages</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Let go of every brush and filter (Esc)</source>
        <translation>Lever toutes les sélections et le filtre (Échap)</translation>
    </message>
    <message>
        <source>Open the scenario</source>
        <translation>Ouvrir le scénario</translation>
    </message>
    <message>
        <source>As a document of its own (Enter, or a double click)</source>
        <translation>Comme document à part (Entrée, ou un double clic)</translation>
    </message>
    <message>
        <source>Brush them</source>
        <translation>Les sélectionner</translation>
    </message>
    <message>
        <source>Brush the conditions of the worst quarter</source>
        <translation>Sélectionner les conditions du pire quart</translation>
    </message>
    <message>
        <source>Edge of the table</source>
        <translation>Bord du tableau</translation>
    </message>
    <message>
        <source>Edge of the axes</source>
        <translation>Bord des axes</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>{finished} of {count} scenarios are finished</source>
        <translation>{finished} scénarios sur {count} sont terminés</translation>
    </message>
    <message>
        <source>The worst quarter of unserved revenue: {conditions}. That is so in {coverage} of these scenarios; {density} of those where it is so are among them.</source>
        <translation>Le pire quart des revenus non servis&#xa0;: {conditions}. C’est le cas de {coverage} de ces scénarios&#x202f;; {density} de ceux où c’est le cas en font partie.</translation>
    </message>
</context>
<context>
    <name>Sweeps</name>
    <message>
        <source>Parallel coordinates: what differs and what is measured</source>
        <translation>Coordonnées parallèles&#xa0;: ce qui diffère et ce qui est mesuré</translation>
    </message>
    <message>
        <source>{name}: {low} to {high}</source>
        <translation>{name}&#xa0;: de {low} à {high}</translation>
    </message>
    <message>
        <source>Cost against unserved revenue; the line is the front</source>
        <translation>Coût et revenus non servis&#x202f;; la ligne est le front</translation>
    </message>
    <message numerus="yes">
        <source>%n scenario(s) on the front.</source>
        <translation>
            <numerusform>%n scénario sur le front.</numerusform>
            <numerusform>%n scénarios sur le front.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unserved revenue</source>
        <translation>Revenus non servis</translation>
    </message>
    <message>
        <source>Economic cost</source>
        <translation>Coût économique</translation>
    </message>
    <message>
        <source>Cash cost</source>
        <translation>Coût de trésorerie</translation>
    </message>
    <message>
        <source>Idle commitment</source>
        <translation>Engagement inutilisé</translation>
    </message>
    <message>
        <source>Economic cost, present value</source>
        <translation>Coût économique, valeur actuelle</translation>
    </message>
    <message>
        <source>Cash cost, present value</source>
        <translation>Coût de trésorerie, valeur actuelle</translation>
    </message>
    <message>
        <source>Chance of a shortfall</source>
        <translation>Risque de déficit</translation>
    </message>
    <message>
        <source>Mean over the draws</source>
        <translation>Moyenne des tirages</translation>
    </message>
    <message>
        <source>Median over the draws</source>
        <translation>Médiane des tirages</translation>
    </message>
    <message>
        <source>5% of the draws are below</source>
        <translation>5&#xa0;% des tirages sont au-dessous</translation>
    </message>
    <message>
        <source>5% of the draws are above</source>
        <translation>5&#xa0;% des tirages sont au-dessus</translation>
    </message>
    <message>
        <source>Mean of the worst twentieth</source>
        <translation>Moyenne du pire vingtième</translation>
    </message>
    <message>
        <source>Where nothing goes wrong</source>
        <translation>Si rien ne va mal</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n choisi</numerusform>
            <numerusform>%n choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder of a sweep</source>
        <translation>Ouvrir le dossier d’un balayage</translation>
    </message>
    <message>
        <source>Reading “{folder}”…</source>
        <translation>Lecture de «&#xa0;{folder}&#xa0;»…</translation>
    </message>
    <message>
        <source>Making scenario {number}…</source>
        <translation>Préparation du scénario {number}…</translation>
    </message>
    <message>
        <source>Scenario {number} of the sweep “{sweep}”; it has no file of its own yet</source>
        <translation>Scénario {number} du balayage «&#xa0;{sweep}&#xa0;»&#x202f;; il n’a pas encore de fichier</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>No such file or directory</source>
        <translation>fichier ou dossier introuvable</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>opération non permise</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>plus d’espace sur le disque</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>le fichier existe déjà</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>erreur d’entrée-sortie</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>quota de disque dépassé</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
</context>
<context>
    <name>TablePart</name>
    <message>
        <source>search inputs</source>
        <translation>chercher une entrée</translation>
    </message>
    <message>
        <source>Search the inputs</source>
        <translation>Chercher parmi les entrées</translation>
    </message>
    <message>
        <source>All inputs</source>
        <translation>Toutes les entrées</translation>
    </message>
    <message>
        <source>Show the inputs that are the same in all plans, too</source>
        <translation>Montrer aussi les entrées identiques dans tous les plans</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Écarts</translation>
    </message>
    <message>
        <source>Show how much more each plan has than the one compared with</source>
        <translation>Montrer ce que chaque plan a de plus que celui de référence</translation>
    </message>
    <message>
        <source>small: the median, and 5–95% of the worlds</source>
        <translation>en petit&#xa0;: la médiane, et 5–95&#xa0;% des mondes</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>{name}: {said}</source>
        <translation>{name}&#xa0;: {said}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}&#x202f;; {second}</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>median {median}, 5% to 95% of worlds {low} to {high}</source>
        <translation>médiane {median}, de {low} à {high} pour 5&#xa0;% à 95&#xa0;% des mondes</translation>
    </message>
    <message>
        <source>median {value}</source>
        <translation>médiane {value}</translation>
    </message>
</context>
<context>
    <name>TileField</name>
    <message>
        <source>Target for {figure}</source>
        <translation>Cible pour {figure}</translation>
    </message>
    <message>
        <source>What it should be: type it, and press Enter</source>
        <translation>Ce que ce chiffre doit être&#xa0;: tapez-le, puis Entrée</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{first} to {last}, {months}</source>
        <translation>de {first} à {last}, {months}</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>{family} stop {share}</source>
        <translation>Arrêt {family} {share}</translation>
    </message>
    <message>
        <source>Supply stop {share}</source>
        <translation>Arrêt des livraisons {share}</translation>
    </message>
    <message>
        <source>{family} lost {share}</source>
        <translation>Perte {family} {share}</translation>
    </message>
    <message>
        <source>Fleet lost {share}</source>
        <translation>Perte du parc {share}</translation>
    </message>
    <message>
        <source>Power outage {share}</source>
        <translation>Panne de courant {share}</translation>
    </message>
    <message>
        <source>Demand drop {share}</source>
        <translation>Demande −{share}</translation>
    </message>
    <message>
        <source>{family} prices +{share}</source>
        <translation>Prix {family} +{share}</translation>
    </message>
    <message>
        <source>Chip prices +{share}</source>
        <translation>Prix des puces +{share}</translation>
    </message>
    <message>
        <source>Grid late by {months}</source>
        <translation>Réseau en retard de {months}</translation>
    </message>
    <message>
        <source>Next {family} late by {months}</source>
        <translation>{family} suivante en retard de {months}</translation>
    </message>
    <message>
        <source>Next chips late by {months}</source>
        <translation>Puces suivantes en retard de {months}</translation>
    </message>
    <message>
        <source>Shocks</source>
        <translation>Chocs</translation>
    </message>
    <message>
        <source>Shock</source>
        <translation>Choc</translation>
    </message>
    <message>
        <source>No contract is signed. Drag or double click to sign one.</source>
        <translation>Aucun contrat n’est signé. Tirez ou double-cliquez pour en signer un.</translation>
    </message>
    <message>
        <source>No site is planned. Drag or double click to plan one.</source>
        <translation>Aucun site n’est prévu. Tirez ou double-cliquez pour en prévoir un.</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Contrats</translation>
    </message>
    <message>
        <source>Nothing goes wrong. Drag or double click to have a supplier stop or a price jump.</source>
        <translation>Tout se passe comme prévu. Tirez ou double-cliquez pour qu’un fournisseur s’arrête ou qu’un prix flambe.</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>The same as tables</source>
        <translation>Les mêmes en tableaux</translation>
    </message>
    <message>
        <source>▸ Timeline</source>
        <translation>▸ Frise</translation>
    </message>
    <message>
        <source>▾ Timeline</source>
        <translation>▾ Frise</translation>
    </message>
    <message>
        <source>Unfold the timeline</source>
        <translation>Déplier la frise</translation>
    </message>
    <message>
        <source>Fold the timeline</source>
        <translation>Replier la frise</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Add: {what}…</source>
        <translation>Ajouter&#xa0;: {what}…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Timeline: the same as tables</source>
        <translation>Chronologie&#xa0;: les mêmes en tableaux</translation>
    </message>
</context>
<context>
    <name>Tip</name>
    <message>
        <source>Range: {bounds}</source>
        <translation>Plage&#xa0;: {bounds}</translation>
    </message>
    <message>
        <source>Default: {value}</source>
        <translation>Par défaut&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Source&#xa0;: {source}</translation>
    </message>
    <message>
        <source>Grade {grade}: {meaning}</source>
        <translation>Qualité {grade}&#xa0;: {meaning}</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>de {low} à {high}</translation>
    </message>
    <message>
        <source>Plausible, 10 to 90%: {range} ({source})</source>
        <translation>Plausible, de 10 à 90&#xa0;%&#xa0;: {range} ({source})</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Passer</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>P&amp;récédent</translation>
    </message>
    <message>
        <source>{step} of {count}</source>
        <translation>{step} sur {count}</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Tour: {step}</source>
        <translation>Visite&#xa0;: {step}</translation>
    </message>
    <message>
        <source>Move a lever</source>
        <translation>Déplacez un levier</translation>
    </message>
    <message>
        <source>Drag it, or press the arrow keys: every curve follows at once. Shift is finer under the mouse. Ctrl+Z takes it back, so nothing can go wrong.</source>
        <translation>Faites-le glisser, ou appuyez sur les flèches&#xa0;: chaque courbe suit aussitôt. Maj affine le geste de la souris. Ctrl+Z revient en arrière&#xa0;: rien ne peut mal tourner.</translation>
    </message>
    <message>
        <source>See it before you move it</source>
        <translation>Voyez avant de déplacer</translation>
    </message>
    <message>
        <source>The figures of one month</source>
        <translation>Les chiffres d’un mois</translation>
    </message>
    <message>
        <source>Click into a chart, or choose from the list, to have another month. Rest the pointer on a figure to read what it means.</source>
        <translation>Cliquez dans un graphique, ou choisissez dans la liste, pour un autre mois. Laissez le pointeur sur un chiffre pour lire ce qu’il veut dire.</translation>
    </message>
    <message>
        <source>What holds you back</source>
        <translation>Ce qui vous retient</translation>
    </message>
    <message>
        <source>Demand, supply, budget or power: the ribbon says which of them holds back each month&apos;s new chips. Where all demand is served all the same, what waits is the reserve and the growth of the months ahead. The line above the pages says after each change what it did.</source>
        <translation>Demande, offre, budget ou puissance&#xa0;: le ruban dit ce qui retient les nouvelles puces de chaque mois. Là où toute la demande est servie malgré cela, ce sont la réserve et la croissance des mois à venir qui attendent. La ligne au-dessus des pages dit après chaque changement ce qu’il a fait.</translation>
    </message>
    <message>
        <source>Compare with a baseline</source>
        <translation>Comparez à une référence</translation>
    </message>
    <message>
        <source>Ctrl+B pins what you see as the baseline: thin lines behind every curve, a difference below every figure, and this page with just the levers that differ. Hold the space bar to see the baseline itself.</source>
        <translation>Ctrl+B prend ce que vous voyez comme référence&#xa0;: des traits fins derrière chaque courbe, une différence sous chaque chiffre, et cette page avec les seuls leviers qui diffèrent. Tenez la barre d’espace pour voir la référence elle-même.</translation>
    </message>
    <message>
        <source>Find the best mix of chips</source>
        <translation>Trouvez le meilleur mix de puces</translation>
    </message>
    <message>
        <source>A puck in a triangle of three chip families, over a map of what every mix would cost or leave unserved. Hatched mixes leave demand unserved.</source>
        <translation>Un palet dans un triangle de trois familles de puces, sur une carte de ce que chaque mix coûterait ou laisserait non servi. Les mix hachurés laissent de la demande non servie.</translation>
    </message>
    <message>
        <source>Anything, by its name</source>
        <translation>Tout, par son nom</translation>
    </message>
    <message>
        <source>Ctrl+K finds every action and every lever: type a few letters of it. Help has this tour again.</source>
        <translation>Ctrl+K trouve chaque action et chaque levier&#xa0;: tapez-en quelques lettres. L’aide contient aussi cette visite.</translation>
    </message>
    <message>
        <source>The grey curve behind a slider is the figure chosen here, along the track. A black wedge marks where it is best, a dotted line where another limit begins to bind.</source>
        <translation>La courbe grise derrière un curseur est le chiffre choisi ici, le long de la piste. Un coin noir marque le meilleur endroit, un trait pointillé celui où une autre limite se met à jouer.</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>million chips</source>
        <translation>millions de puces</translation>
    </message>
    <message>
        <source>thousand chips</source>
        <translation>milliers de puces</translation>
    </message>
    <message>
        <source>million H100e</source>
        <translation>millions de H100e</translation>
    </message>
    <message>
        <source>EFLOP/s-months</source>
        <translation>EFLOP/s-mois</translation>
    </message>
    <message>
        <source>points</source>
        <translation>points</translation>
    </message>
    <message>
        <source>YYYY-MM</source>
        <translation>AAAA-MM</translation>
    </message>
    <message>
        <source>months</source>
        <translation>mois</translation>
    </message>
    <message numerus="yes">
        <source>month(s)</source>
        <translation>
            <numerusform>mois</numerusform>
            <numerusform>mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>year(s)</source>
        <translation>
            <numerusform>an</numerusform>
            <numerusform>ans</numerusform>
        </translation>
    </message>
    <message>
        <source>months since start</source>
        <translation>mois depuis le début</translation>
    </message>
    <message>
        <source>month; $bn/year</source>
        <translation>mois&#x202f;; Md$/an</translation>
    </message>
    <message>
        <source>x per year</source>
        <translation>× par an</translation>
    </message>
    <message>
        <source>years</source>
        <translation>ans</translation>
    </message>
    <message>
        <source>EFLOP/s per $bn/year</source>
        <translation>EFLOP/s par Md$/an</translation>
    </message>
    <message>
        <source>share</source>
        <translation>part</translation>
    </message>
    <message>
        <source>share of fleet</source>
        <translation>part du parc</translation>
    </message>
    <message>
        <source>share of demand</source>
        <translation>part de la demande</translation>
    </message>
    <message>
        <source>share of IT power</source>
        <translation>part de la puissance IT</translation>
    </message>
    <message>
        <source>MW IT</source>
        <translation>MW IT</translation>
    </message>
    <message>
        <source>GW facility</source>
        <translation>GW (sites)</translation>
    </message>
    <message>
        <source>GW facility/year</source>
        <translation>GW (sites)/an</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>rapport</translation>
    </message>
    <message>
        <source>chips/year</source>
        <translation>puces/an</translation>
    </message>
    <message>
        <source>0/1</source>
        <translation>0/1</translation>
    </message>
    <message>
        <source>share of 8-bit peak</source>
        <translation>part de la pointe 8 bits</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>paramètres</translation>
    </message>
    <message>
        <source>$bn/year</source>
        <translation>Md$/an</translation>
    </message>
    <message>
        <source>x</source>
        <translation>×</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>par an</translation>
    </message>
    <message>
        <source>$/W IT</source>
        <translation>$/W IT</translation>
    </message>
    <message>
        <source>$/kWh</source>
        <translation>$/kWh</translation>
    </message>
    <message>
        <source>$/MW IT/year</source>
        <translation>$/MW IT/an</translation>
    </message>
    <message>
        <source>share of chip capex/year</source>
        <translation>part du prix des puces/an</translation>
    </message>
    <message>
        <source>$/year</source>
        <translation>$/an</translation>
    </message>
    <message>
        <source>list</source>
        <translation>liste</translation>
    </message>
    <message>
        <source>$/PFLOP-hour</source>
        <translation>$/PFLOP-heure</translation>
    </message>
    <message>
        <source>share of IT power/year</source>
        <translation>part de la puissance IT/an</translation>
    </message>
    <message>
        <source>quoted or cost</source>
        <translation>affichés ou coût</translation>
    </message>
    <message>
        <source>share of cost</source>
        <translation>part du coût</translation>
    </message>
    <message>
        <source>share per year</source>
        <translation>part par an</translation>
    </message>
    <message>
        <source>share of deliveries</source>
        <translation>part des livraisons</translation>
    </message>
    <message>
        <source>share of capacity</source>
        <translation>part de la capacité</translation>
    </message>
    <message>
        <source>count</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>entier</translation>
    </message>
    <message>
        <source>ln</source>
        <translation>ln</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>corrélation</translation>
    </message>
    <message>
        <source>EFLOP/s</source>
        <translation>EFLOP/s</translation>
    </message>
    <message>
        <source>GW</source>
        <translation>GW</translation>
    </message>
    <message>
        <source>GW IT</source>
        <translation>GW IT</translation>
    </message>
    <message>
        <source>chips</source>
        <translation>puces</translation>
    </message>
    <message>
        <source>H100e</source>
        <translation>H100e</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>limite</translation>
    </message>
    <message>
        <source>$bn/month</source>
        <translation>Md$/mois</translation>
    </message>
    <message>
        <source>$/PFLOP-h</source>
        <translation>$/PFLOP-h</translation>
    </message>
    <message>
        <source>$/million tokens</source>
        <translation>$/million de jetons</translation>
    </message>
    <message>
        <source>$/$</source>
        <translation>$/$</translation>
    </message>
    <message>
        <source>$bn</source>
        <translation>Md$</translation>
    </message>
    <message>
        <source>$bn/GW-year</source>
        <translation>Md$/GW-an</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>% of fleet</source>
        <translation>% du parc</translation>
    </message>
    <message>
        <source>% of demand</source>
        <translation>% de la demande</translation>
    </message>
    <message>
        <source>% of IT power</source>
        <translation>% de la puissance IT</translation>
    </message>
    <message>
        <source>% of IT power/year</source>
        <translation>% de la puissance IT/an</translation>
    </message>
    <message>
        <source>% of 8-bit peak</source>
        <translation>% de la pointe 8 bits</translation>
    </message>
    <message>
        <source>% of cost</source>
        <translation>% du coût</translation>
    </message>
    <message>
        <source>% per year</source>
        <translation>% par an</translation>
    </message>
    <message>
        <source>% of chip capex/year</source>
        <translation>% du prix des puces/an</translation>
    </message>
    <message>
        <source>% of deliveries</source>
        <translation>% des livraisons</translation>
    </message>
    <message>
        <source>% of capacity</source>
        <translation>% de la capacité</translation>
    </message>
    <message>
        <source>H100e per MW IT</source>
        <translation>H100e par MW IT</translation>
    </message>
    <message>
        <source>chips delivered since 2025-11</source>
        <translation>puces livrées depuis nov. 2025</translation>
    </message>
    <message>
        <source>bn USD in the year</source>
        <translation>Md$ sur l’année</translation>
    </message>
    <message>
        <source>bn USD per GW-year</source>
        <translation>Md$ par GW-an</translation>
    </message>
    <message>
        <source>bn USD per GW-year, mean of the year</source>
        <translation>Md$ par GW-an, moyenne de l’année</translation>
    </message>
    <message>
        <source>bn USD a year, run-rate of 28 days</source>
        <translation>Md$ par an, au rythme de 28 jours</translation>
    </message>
    <message>
        <source>bn USD recognised</source>
        <translation>Md$ comptabilisés</translation>
    </message>
    <message>
        <source>share of revenue</source>
        <translation>part du revenu</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>power in {unit}</source>
        <translation>puissance en {unit}</translation>
    </message>
    <message>
        <source>money in {currency} at {rate} per $</source>
        <translation>argent en {currency} à {rate} par $</translation>
    </message>
    <message>
        <source>{currency}{amount} m</source>
        <translation>{amount}&#xa0;M{currency}</translation>
    </message>
    <message>
        <source>{currency}{amount} tn</source>
        <translation>{amount}&#xa0;billions de&#xa0;{currency}</translation>
    </message>
    <message>
        <source>{currency}{amount} bn</source>
        <translation>{amount}&#xa0;Md{currency}</translation>
    </message>
    <message>
        <source>{currency}{amount}</source>
        <translation>{amount}&#xa0;{currency}</translation>
    </message>
</context>
<context>
    <name>Value</name>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>not identical: {why}</source>
        <translation>non identique&#xa0;: {why}</translation>
    </message>
    <message>
        <source>what it carries was changed after it was written</source>
        <translation>ce qu’il porte a été modifié après son écriture</translation>
    </message>
    <message>
        <source> (made by {theirs}, checked by {own})</source>
        <translation> (fait par {theirs}, vérifié par {own})</translation>
    </message>
    <message>
        <source>carries tables that this Headroom does not know</source>
        <translation>porte des tableaux que ce Headroom ne connaît pas</translation>
    </message>
    <message>
        <source>{table} is missing</source>
        <translation>{table} manque</translation>
    </message>
    <message>
        <source>{table} has rows that a new run does not give</source>
        <translation>{table} a des lignes qu’un nouveau calcul ne donne pas</translation>
    </message>
    <message>
        <source>{table}, {column}, {row}: expected {expected}, found {found}</source>
        <translation>{table}, {column}, {row}&#xa0;: attendu {expected}, trouvé {found}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>carries what belongs to another kind of file</source>
        <translation>contient ce qui relève d’un autre type de fichier</translation>
    </message>
    <message>
        <source>every number, and the picture drawn again</source>
        <translation>chaque nombre, et l’image dessinée à nouveau</translation>
    </message>
    <message>
        <source>every number, and every page drawn again</source>
        <translation>chaque nombre, et chaque page dessinée à nouveau</translation>
    </message>
    <message>
        <source>every number, and the text written again</source>
        <translation>chaque nombre, et le texte écrit à nouveau</translation>
    </message>
    <message>
        <source>every cell</source>
        <translation>chaque cellule</translation>
    </message>
    <message>
        <source>the value of every cell; how cells look was not compared</source>
        <translation>la valeur de chaque cellule&#x202f;; leur apparence n’a pas été comparée</translation>
    </message>
    <message>
        <source>identical: {what}</source>
        <translation>identique&#xa0;: {what}</translation>
    </message>
    <message>
        <source>identical to 12 digits: {what}</source>
        <translation>identique à 12 chiffres près&#xa0;: {what}</translation>
    </message>
    <message>
        <source>the picture was changed; the numbers are the same</source>
        <translation>l’image a été modifiée&#x202f;; les nombres sont les mêmes</translation>
    </message>
    <message>
        <source>its pages were changed; the numbers are the same</source>
        <translation>ses pages ont été modifiées&#x202f;; les nombres sont les mêmes</translation>
    </message>
    <message>
        <source>its text was changed; the numbers are the same</source>
        <translation>son texte a été modifié&#x202f;; les nombres sont les mêmes</translation>
    </message>
    <message>
        <source>made by {theirs}, checked by {own}</source>
        <translation>fait par {theirs}, vérifié par {own}</translation>
    </message>
    <message>
        <source>letters are drawn otherwise here than where it was made</source>
        <translation>les lettres se dessinent ici autrement que là où il a été fait</translation>
    </message>
    <message>
        <source>numbers identical; picture not checked: {why}</source>
        <translation>nombres identiques&#x202f;; image non vérifiée&#xa0;: {why}</translation>
    </message>
    <message>
        <source>numbers identical; pages not checked: {why}</source>
        <translation>nombres identiques&#x202f;; pages non vérifiées&#xa0;: {why}</translation>
    </message>
    <message>
        <source>numbers identical; text not checked: {why}</source>
        <translation>nombres identiques&#x202f;; texte non vérifié&#xa0;: {why}</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Presenting: Esc leaves, Ctrl+L shows or hides the levers; the menu of a lever keeps it here.</source>
        <translation>Présentation&#xa0;: Échap la quitte, Ctrl+L montre ou cache les leviers&#x202f;; le menu d’un levier le garde ici.</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Goal</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Chance that is wanted, in percent</source>
        <translation>Probabilité voulue, en pourcentage</translation>
    </message>
    <message>
        <source>Each later month</source>
        <translation>Chaque mois de retard</translation>
    </message>
    <message>
        <source>Value of the goal</source>
        <translation>Valeur de l’objectif</translation>
    </message>
    <message>
        <source>There is nothing to wait for yet.</source>
        <translation>Il n’y a encore rien à attendre.</translation>
    </message>
    <message>
        <source>Its generations are as late as they can be.</source>
        <translation>Ses générations ne peuvent pas être plus en retard.</translation>
    </message>
    <message>
        <source>It began in {month}: there is nothing to wait for.</source>
        <translation>Commencé en {month}&#xa0;: il n’y a rien à attendre.</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>au moins</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>au plus</translation>
    </message>
    <message>
        <source>If {family}&apos;s next generations come later</source>
        <translation>Si les prochaines générations arrivent plus tard&#xa0;: {family}</translation>
    </message>
    <message>
        <source>The price of waiting for {name}</source>
        <translation>Le prix de l’attente&#xa0;: {name}</translation>
    </message>
    <message>
        <source>until the end, chance</source>
        <translation>jusqu’à la fin, probabilité</translation>
    </message>
    <message>
        <source>in {month}, chance</source>
        <translation>en {month}, probabilité</translation>
    </message>
    <message>
        <source>{draws} worlds, the same for each month; ± is the margin at 95%</source>
        <translation>{draws} mondes, les mêmes pour chaque mois&#x202f;; ± est la marge à 95&#xa0;%</translation>
    </message>
    <message>
        <source>Even without a wait the goal holds in {chance} of the worlds only.</source>
        <translation>Même sans attente, l’objectif n’est tenu que dans {chance} des mondes.</translation>
    </message>
    <message>
        <source>{months} later the goal still holds, no longer after that: {chance}.</source>
        <translation>Avec {months} de retard l’objectif est encore tenu, mais pas au-delà&#xa0;: {chance}.</translation>
    </message>
    <message>
        <source>{months} later the goal still holds: {chance}.</source>
        <translation>Avec {months} de retard l’objectif est encore tenu&#xa0;: {chance}.</translation>
    </message>
    <message>
        <source>The goal holds as planned, and no month later: {chance}.</source>
        <translation>L’objectif est tenu comme prévu, mais pas un mois plus tard&#xa0;: {chance}.</translation>
    </message>
    <message>
        <source>{month}, {months} later, is the last that holds the goal: {chance}.</source>
        <translation>{month}, soit {months} de retard, est le dernier mois qui tient l’objectif&#xa0;: {chance}.</translation>
    </message>
    <message>
        <source>The goal still holds in {month}, {months} later: {chance}.</source>
        <translation>L’objectif est encore tenu en {month}, avec {months} de retard&#xa0;: {chance}.</translation>
    </message>
    <message>
        <source>{month} is the last month that holds the goal: {chance}.</source>
        <translation>{month} est le dernier mois qui tient l’objectif&#xa0;: {chance}.</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Nothing differs.</source>
        <translation>Rien ne diffère.</translation>
    </message>
    <message>
        <source>Nothing that differs changes it.</source>
        <translation>Rien de ce qui diffère n’y change quoi que ce soit.</translation>
    </message>
    <message>
        <source>It changes by {gap}; the most by {group}, {part}.</source>
        <translation>L’écart est de {gap}&#x202f;; la plus grande part tient à «&#xa0;{group}&#xa0;», {part}.</translation>
    </message>
</context>
<context>
    <name>WaterfallView</name>
    <message>
        <source>What each change adds</source>
        <translation>Ce que chaque changement apporte</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Barre</translation>
    </message>
    <message>
        <source>What it adds</source>
        <translation>Ce que cela ajoute</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Remettre</translation>
    </message>
</context>
<context>
    <name>WeakMatters</name>
    <message>
        <source>What matters against what is weak</source>
        <translation>Ce qui pèse face à ce qui est faible</translation>
    </message>
    <message>
        <source>A: filings</source>
        <translation>A&#xa0;: dépôts</translation>
    </message>
    <message>
        <source>B: analysts</source>
        <translation>B&#xa0;: analystes</translation>
    </message>
    <message>
        <source>C: press, guesses</source>
        <translation>C&#xa0;: presse, suppositions</translation>
    </message>
    <message>
        <source>older, or left wider open →</source>
        <translation>plus vieux, ou plus incertain →</translation>
    </message>
    <message>
        <source>↑ matters: share of the measure that it moves</source>
        <translation>↑ pèse&#xa0;: part de la mesure qu’elle déplace</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Headroom</source>
        <translation>Bienvenue dans Headroom</translation>
    </message>
    <message>
        <source>&amp;Look around</source>
        <translation>&amp;Découvrir</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>Faire la &amp;visite</translation>
    </message>
    <message>
        <source>Every curve above follows while you drag.</source>
        <translation>Toutes les courbes au-dessus suivent votre main.</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>Headroom</translation>
    </message>
    <message>
        <source>How much compute will there be, what will it cost, what holds it back, and what if a supplier fails?</source>
        <translation>Combien de calcul y aura-t-il, à quel prix, qu’est-ce qui le freine, et que se passe-t-il si un fournisseur fait défaut&#x202f;?</translation>
    </message>
    <message>
        <source>Every number follows from levers, at once. It begins with one announcement of October 2025: up to a million TPUs, more than a gigawatt, tens of billions of dollars.</source>
        <translation>Chaque chiffre découle de leviers, à l’instant. Tout part d’une annonce d’octobre 2025&#xa0;: jusqu’à un million de TPU, plus d’un gigawatt, des dizaines de milliards de dollars.</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: there is no network in it.</source>
        <translation>Rien ne quitte cette machine&#xa0;: le programme n’utilise aucun réseau.</translation>
    </message>
    <message>
        <source>Drag one lever</source>
        <translation>Faites glisser un levier</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Commencer par</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Put back: {change}</source>
        <translation>Remettre&#xa0;: {change}</translation>
    </message>
    <message>
        <source>Click, or press Enter, to put it back: {change}</source>
        <translation>Cliquez, ou appuyez sur Entrée, pour le remettre&#xa0;: {change}</translation>
    </message>
    <message>
        <source>{measure} {when} is not defined in both, so it has no parts.</source>
        <translation>{measure} {when}&#xa0;: la valeur n’est pas définie des deux côtés, elle n’a donc pas de parts.</translation>
    </message>
    <message>
        <source>{group} ({change})</source>
        <translation>{group} ({change})</translation>
    </message>
    <message>
        <source>All of it comes from {causes}.</source>
        <translation>Seule origine&#xa0;: {causes}.</translation>
    </message>
    <message>
        <source>It comes from {causes}.</source>
        <translation>Origine&#xa0;: {causes}.</translation>
    </message>
    <message>
        <source>Most of it comes from {causes}.</source>
        <translation>Origine principale&#xa0;: {causes}.</translation>
    </message>
    <message>
        <source>The changes cancel each other out: {parts}.</source>
        <translation>Les changements se compensent&#xa0;: {parts}.</translation>
    </message>
    <message>
        <source>“{lever}”</source>
        <translation>«&#xa0;{lever}&#xa0;»</translation>
    </message>
    <message>
        <source>The plan is short {when}, and was not before.</source>
        <translation>Le plan manque de calcul {when}, ce qu’il ne faisait pas avant.</translation>
    </message>
    <message>
        <source>The plan is short {when}, and was not before; without {levers} it is not.</source>
        <translation>Le plan manque de calcul {when}, ce qu’il ne faisait pas avant&#x202f;; sans {levers}, il n’en manquerait pas.</translation>
    </message>
    <message>
        <source>in some month {months}</source>
        <translation>un mois au moins {months}</translation>
    </message>
    <message>
        <source>The plan is no longer short {when}.</source>
        <translation>Le plan ne manque plus de calcul {when}.</translation>
    </message>
    <message>
        <source>The plan is no longer short {when}; without {levers} it still would be.</source>
        <translation>Le plan ne manque plus de calcul {when}&#x202f;; sans {levers}, il en manquerait encore.</translation>
    </message>
    <message>
        <source>in any month {months}</source>
        <translation>dans aucun mois {months}</translation>
    </message>
    <message numerus="yes">
        <source>No part in it: %n change(s).</source>
        <translation>
            <numerusform>%n changement n’y est pour rien.</numerusform>
            <numerusform>%n changements n’y sont pour rien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No part in it either: %n further change(s).</source>
        <translation>
            <numerusform>%n autre changement n’y est pour rien.</numerusform>
            <numerusform>%n autres changements n’y sont pour rien.</numerusform>
        </translation>
    </message>
    <message>
        <source>No part in it: {levers}.</source>
        <translation>Sans effet&#xa0;: {levers}.</translation>
    </message>
    <message>
        <source>{month}: the same in every world.</source>
        <translation>{month}&#xa0;: pareil dans tous les mondes.</translation>
    </message>
    <message>
        <source>{month}: better in {better} of the worlds, worse in {worse}.</source>
        <translation>{month}&#xa0;: mieux dans {better} des mondes, moins bien dans {worse}.</translation>
    </message>
    <message>
        <source>{month}: worse in {worse} of the worlds, the same in the rest.</source>
        <translation>{month}&#xa0;: moins bien dans {worse} des mondes, pareil dans les autres.</translation>
    </message>
    <message>
        <source>{month}: better in {better} of the worlds, the same in the rest.</source>
        <translation>{month}&#xa0;: mieux dans {better} des mondes, pareil dans les autres.</translation>
    </message>
    <message>
        <source>{month}: better in {better} of the worlds, worse in {worse}, the same in the rest.</source>
        <translation>{month}&#xa0;: mieux dans {better} des mondes, moins bien dans {worse}, pareil dans les autres.</translation>
    </message>
    <message>
        <source>{measure} {when}: the same as before, {value}.</source>
        <translation>{measure} {when}&#xa0;: comme avant, {value}.</translation>
    </message>
    <message>
        <source>{measure} {when}: {after}, up from {before}.</source>
        <translation>{measure} {when}&#xa0;: {after}, en hausse, contre {before} avant.</translation>
    </message>
    <message>
        <source>{measure} {when}: {after}, down from {before}.</source>
        <translation>{measure} {when}&#xa0;: {after}, en baisse, contre {before} avant.</translation>
    </message>
    <message>
        <source>{measure} {when}: up by {change}, at {after}.</source>
        <translation>{measure} {when}&#xa0;: en hausse de {change}, à {after}.</translation>
    </message>
    <message>
        <source>{measure} {when}: down by {change}, at {after}.</source>
        <translation>{measure} {when}&#xa0;: en baisse de {change}, à {after}.</translation>
    </message>
    <message>
        <source>Against it worked {group} ({change}).</source>
        <translation>En sens inverse&#xa0;: {group} ({change}).</translation>
    </message>
    <message>
        <source>changes in {group}</source>
        <translation>changements du groupe {group}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} et {last}</translation>
    </message>
    <message>
        <source>Put back {levers}, and it is {value}: more than before.</source>
        <translation>Remettez {levers}, et ce sera {value}&#xa0;: plus qu’avant.</translation>
    </message>
    <message>
        <source>Put back {levers}, and it is {value}: less than before.</source>
        <translation>Remettez {levers}, et ce sera {value}&#xa0;: moins qu’avant.</translation>
    </message>
    <message>
        <source>{month}: worse in every world.</source>
        <translation>{month}&#xa0;: moins bien dans tous les mondes.</translation>
    </message>
    <message>
        <source>{month}: better in every world.</source>
        <translation>{month}&#xa0;: mieux dans tous les mondes.</translation>
    </message>
</context>
<context>
    <name>WhyMeasure</name>
    <message>
        <source>on average {months}</source>
        <translation>en moyenne {months}</translation>
    </message>
    <message>
        <source>in {month}</source>
        <translation>en {month}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>entre {first} et {last}</translation>
    </message>
    <message>
        <source>Demand served</source>
        <translation>Demande servie</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Unserved revenue</source>
        <translation>Revenus non servis</translation>
    </message>
    <message>
        <source>Facility power in use</source>
        <translation>Puissance des sites en usage</translation>
    </message>
    <message>
        <source>Unit cost of a PFLOP-hour</source>
        <translation>Coût unitaire du PFLOP-heure</translation>
    </message>
    <message>
        <source>Economic cost</source>
        <translation>Coût économique</translation>
    </message>
    <message>
        <source>Cash cost</source>
        <translation>Coût de trésorerie</translation>
    </message>
    <message>
        <source>Committed so far</source>
        <translation>Engagé à ce jour</translation>
    </message>
    <message>
        <source>Chance of a shortfall</source>
        <translation>Risque de déficit</translation>
    </message>
    <message>
        <source>{family} chips</source>
        <translation>Puces {family}</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Pour quand</translation>
    </message>
    <message>
        <source>The number that is explained</source>
        <translation>Le nombre expliqué</translation>
    </message>
    <message>
        <source>Its months</source>
        <translation>Ses mois</translation>
    </message>
    <message>
        <source>in the month above</source>
        <translation>au mois ci-dessus</translation>
    </message>
    <message>
        <source>over the months to come</source>
        <translation>sur les mois à venir</translation>
    </message>
    <message>
        <source>What it is compared with</source>
        <translation>Ce à quoi on le compare</translation>
    </message>
    <message>
        <source>since</source>
        <translation>depuis</translation>
    </message>
    <message>
        <source>the baseline, “{name}”</source>
        <translation>la référence, «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>This can&apos;t be split into changes: the months or the chips to choose from are not the same. Pin this scenario as the baseline, and change it from there.</source>
        <translation>Impossible de le décomposer en changements&#xa0;: les mois, ou les puces au choix, ne sont pas les mêmes. Prenez ce scénario comme référence, et modifiez-le à partir de là.</translation>
    </message>
    <message>
        <source>Nothing has changed yet. Move a lever, and here it says what that did to the number.</source>
        <translation>Rien n’a encore changé. Déplacez un levier&#xa0;: on dira ici ce que cela a fait au nombre.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>The change can&apos;t be explained: {reason}</source>
        <translation>Impossible d’expliquer le changement&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>WorldScatter</name>
    <message>
        <source>Worlds by the conditions that tell most</source>
        <translation>Les mondes selon les conditions les plus parlantes</translation>
    </message>
    <message>
        <source>{count} of the worlds fail. Drawn by: {names}</source>
        <translation>{count} des mondes échouent. Placés selon&#xa0;: {names}</translation>
    </message>
</context>
<context>
    <name>_Bar</name>
    <message>
        <source>no value with any mix</source>
        <translation>aucune valeur, quel que soit le mix</translation>
    </message>
    <message>
        <source>{value} with every mix</source>
        <translation>{value} avec tout mix</translation>
    </message>
    <message>
        <source>{value} · best</source>
        <translation>{value} · mieux</translation>
    </message>
</context>
</TS>
