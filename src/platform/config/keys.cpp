#include "platform/config/keys.hpp"

namespace maillage::platform::config {
namespace {

using enum TextKey::Meaning;

#define AT(field) [](Configuration& c) -> auto& { return c.field; }

constexpr Key table[] = {
    {"sites.agents.address", TextKey{AT(sites.agents.address), "127.0.0.1"},
     "Address on which the agents' site listens.", "Adresse d’écoute du site des agents."},
    {"sites.agents.port", NumberKey{AT(sites.agents.port), 8080, 0, 65535},
     "Port of the agents' site; 0 lets the system choose.",
     "Port du site des agents ; 0 laisse le système choisir."},
    {"sites.agents.unix_socket", TextKey{AT(sites.agents.unix_socket), "", path},
     "Unix socket for a proxy on the same machine; when set, no port is opened.",
     "Socket Unix pour un proxy de la même machine ; si elle est donnée, aucun port n’est ouvert."},
    {"sites.agents.hosts", ListKey{AT(sites.agents.hosts), "127.0.0.1 localhost"},
     "Host names by which browsers may call the agents' site, without port; any other is refused.",
     "Noms d’hôte par lesquels les navigateurs peuvent appeler le site des agents, sans port ; tout autre "
     "est refusé."},
    {"sites.public.address", TextKey{AT(sites.public_.address), "127.0.0.1"},
     "Address on which the public site listens.", "Adresse d’écoute du site public."},
    {"sites.public.port", NumberKey{AT(sites.public_.port), 8081, 0, 65535},
     "Port of the public site; 0 lets the system choose.",
     "Port du site public ; 0 laisse le système choisir."},
    {"sites.public.unix_socket", TextKey{AT(sites.public_.unix_socket), "", path},
     "Unix socket for a proxy on the same machine; when set, no port is opened.",
     "Socket Unix pour un proxy de la même machine ; si elle est donnée, aucun port n’est ouvert."},
    {"sites.public.hosts", ListKey{AT(sites.public_.hosts), "127.0.0.1 localhost"},
     "Host names by which browsers may call the public site, without port; any other is refused.",
     "Noms d’hôte par lesquels les navigateurs peuvent appeler le site public, sans port ; tout autre est "
     "refusé."},
    {"tls.behind_proxy", FlagKey{AT(tls.behind_proxy), false},
     "A proxy on this machine ends TLS: Strict-Transport-Security is sent. X-Forwarded-For is believed on a "
     "unix_socket alone.",
     "Un proxy de cette machine termine TLS : Strict-Transport-Security est envoyé. X-Forwarded-For n’est "
     "cru "
     "que sur une unix_socket."},
    {"http.workers", NumberKey{AT(http.workers), 8, 1, 256}, "Threads that answer requests, per site.",
     "Fils d’exécution qui répondent aux requêtes, par site."},
    {"http.io_threads", NumberKey{AT(http.io_threads), 2, 1, 64},
     "Threads that read and write connections, per site: one per core at most.",
     "Fils d’exécution qui lisent et écrivent les connexions, par site : un par cœur au plus."},
    {"http.requests_per_second", NumberKey{AT(http.requests_per_second), 100, 0, 1'000'000},
     "Requests per second that one address may make over time, per site; beyond, it waits. 0: no limit. A "
     "town "
     "hall often has one address for all.",
     "Requêtes par seconde qu’une même adresse peut faire dans la durée, par site ; au-delà, elle attend. 0 "
     ": "
     "pas de limite. Une mairie n’a souvent qu’une adresse pour tous."},
    {"http.burst", NumberKey{AT(http.burst), 500, 1, 1'000'000},
     "Requests that one address may make at once after a silence.",
     "Requêtes qu’une même adresse peut faire d’un coup après un silence."},
    {"database.connection", TextKey{AT(database.connection), "", connection},
     "PostgreSQL server of the city, in libpq's form (host=… dbname=… passfile=…) without user or password; "
     "empty: the program keeps its own private cluster.",
     "Serveur PostgreSQL de la ville, sous la forme de libpq (host=… dbname=… passfile=…), sans utilisateur "
     "ni mot "
     "de passe ; vide : le programme tient sa propre grappe privée."},
    {"database.pool", NumberKey{AT(database.pool), 8, 1, 256},
     "Connections to the database, per site: as many as workers.",
     "Connexions à la base, par site : autant que de fils d’exécution."},
    {"cluster.folder", TextKey{AT(cluster.folder), "var/cluster", path}, "Folder of the private cluster.",
     "Dossier de la grappe privée."},
    {"context.key_file", TextKey{AT(context.key_file), "var/context.key", secret_file},
     "File of the secret that signs the context of each transaction for row-level security.",
     "Fichier du secret qui signe le contexte de chaque transaction pour la sécurité au niveau des lignes."},
    {"identity.key_file", TextKey{AT(identity.key_file), "", secret_file},
     "File of the secret that seals the second factors of the accounts; empty: identity.key beside the "
     "folder of "
     "the "
     "private cluster. Keep a copy apart from the backups of the database: without it, second factors are "
     "set up "
     "again.",
     "Fichier du secret qui scelle les seconds facteurs des comptes ; vide : identity.key, à côté du dossier "
     "de la "
     "grappe privée. Une copie est à garder hors des sauvegardes de la base : sans lui, les seconds facteurs "
     "sont à "
     "configurer de nouveau."},
    {"assets.folder", TextKey{AT(assets.folder), "web", path},
     "Folder of the style sheets, scripts, fonts and print templates.",
     "Dossier des feuilles de style, scripts, polices et modèles d’impression."},
    {"locales.folder", TextKey{AT(locales.folder), "locales", path},
     "Folder of the compiled message catalogues.", "Dossier des catalogues de messages compilés."},
    {"help.folder", TextKey{AT(help.folder), "docs/aide", path}, "Folder of the help pages.",
     "Dossier des pages d’aide."},
    {"data.folder", TextKey{AT(data.folder), "data", path},
     "Folder of the nomenclatures, legal parameters and word lists.",
     "Dossier des nomenclatures, paramètres légaux et listes de mots."},
    {"log.level", ChoiceKey{AT(log.level), "info", "debug info warning error"},
     "Lowest level that is logged.", "Niveau le plus bas qui est journalisé."},
    {"metrics.address", TextKey{AT(metrics.address), "127.0.0.1", loopback},
     "Loopback address of /metrics, and of a /healthz beside it. (/readyz is on the sites.)",
     "Adresse locale de /metrics, et d’un /healthz à côté. (/readyz est sur les sites.)"},
    {"metrics.port", NumberKey{AT(metrics.port), 9180, 0, 65535},
     "Port of /metrics and /healthz of the agents' site; the public site takes the next one.",
     "Port de /metrics et /healthz du site des agents ; le site public prend le suivant."},
    {"session.idle_minutes", NumberKey{AT(session.idle_minutes), 15, 1, 240},
     "Minutes without a request after which a session ends.",
     "Minutes sans requête après lesquelles une session se termine."},
    {"session.absolute_hours", NumberKey{AT(session.absolute_hours), 8, 1, 24},
     "Hours after which a session ends, whatever happens.",
     "Heures après lesquelles une session se termine, quoi qu’il arrive."},
    {"jobs.workers", NumberKey{AT(jobs.workers), 2, 1, 32},
     "Jobs that run at once: documents to make, workbooks to read.",
     "Travaux menés de front : documents à fabriquer, classeurs à lire."},
    {"jobs.pdf_seconds", NumberKey{AT(jobs.pdf_seconds), 60, 5, 600},
     "Seconds after which the making of one document is stopped.",
     "Secondes après lesquelles la fabrication d’un document est arrêtée."},
    {"jobs.pdf_megabytes", NumberKey{AT(jobs.pdf_megabytes), 768, 128, 8192},
     "Memory that the making of one document may take, in megabytes.",
     "Mémoire que peut prendre la fabrication d’un document, en mégaoctets."},
    {"mail.host", TextKey{AT(mail.host), ""},
     "SMTP server that takes the mails of this installation (a summary for elected officials, reminders of "
     "figures); empty: it sends none.",
     "Serveur SMTP qui prend les courriels de cette installation (lettre aux élus, rappels de chiffres) ; "
     "vide : "
     "elle n’en envoie aucun."},
    {"mail.port", NumberKey{AT(mail.port), 587, 1, 65535}, "Port of that server.", "Port de ce serveur."},
    {"mail.starttls", FlagKey{AT(mail.starttls), true},
     "The connection is encrypted by STARTTLS, with a certificate that is checked, or nothing is sent; false "
     "is "
     "taken for a server on this machine alone.",
     "La connexion est chiffrée par STARTTLS, avec un certificat vérifié, ou rien n’est envoyé ; false ne "
     "vaut que "
     "pour un serveur de cette machine."},
    {"mail.ca_file", TextKey{AT(mail.ca_file), "", path},
     "File of the authority that signs the certificate of the server; empty: the authorities of the system.",
     "Fichier de l’autorité qui signe le certificat du serveur ; vide : les autorités du système."},
    {"mail.user", TextKey{AT(mail.user), ""}, "User of the server; empty: it asks for none.",
     "Utilisateur du serveur ; vide : il n’en demande pas."},
    {"mail.password_file", TextKey{AT(mail.password_file), "", secret_file}, "File of that user's password.",
     "Fichier du mot de passe de cet utilisateur."},
    {"mail.from", TextKey{AT(mail.from), ""}, "Address in whose name mails go.",
     "Adresse au nom de laquelle partent les courriels."},
    {"mail.from_name", TextKey{AT(mail.from_name), "Maillage"}, "Name beside that address.",
     "Nom à côté de cette adresse."},
    {"mail.site", TextKey{AT(mail.site), ""},
     "Address of the agents' site as mails write it, without a slash at its end: https://maillage.example.",
     "Adresse du site des agents telle que les courriels l’écrivent, sans barre finale : "
     "https://maillage.example."},
    {"oidc.issuer", TextKey{AT(oidc.issuer), ""},
     "Identity provider (OpenID Connect) that people may sign in with, by the issuer that its discovery "
     "document names, without a slash at its end; empty: local accounts alone. Its other addresses must be "
     "on the same host.",
     "Fournisseur d’identité (OpenID Connect) par lequel on peut se connecter : l’émetteur que nomme son "
     "document de découverte, sans barre finale ; vide : comptes locaux seulement. Ses autres adresses "
     "doivent être sur le même hôte."},
    {"oidc.name", TextKey{AT(oidc.name), "ProConnect"}, "Name of that provider on the sign-in page.",
     "Nom de ce fournisseur sur la page de connexion."},
    {"oidc.client_id", TextKey{AT(oidc.client_id), ""},
     "Name under which the provider knows this installation.",
     "Identifiant sous lequel le fournisseur connaît cette installation."},
    {"oidc.client_secret_file", TextKey{AT(oidc.client_secret_file), "", secret_file},
     "File of the secret that the provider gave with it.",
     "Fichier du secret que le fournisseur a remis avec."},
    {"oidc.site", TextKey{AT(oidc.site), ""},
     "Address of the agents' site, without a slash at its end; the provider is told it with "
     "/sign-in/provider/back for the way back, and with /sign-in after signing out.",
     "Adresse du site des agents, sans barre finale ; elle est déclarée au fournisseur suivie de "
     "/sign-in/provider/back pour le retour, et de /sign-in après la déconnexion."},
    {"oidc.ca_file", TextKey{AT(oidc.ca_file), "", path},
     "File of the authority that signs the provider's certificate; empty: the authorities of the system.",
     "Fichier de l’autorité qui signe le certificat du fournisseur ; vide : les autorités du système."},
    {"oidc.acr_values", TextKey{AT(oidc.acr_values), ""},
     "Levels of authentication that are asked for, separated by spaces (eidas1); empty: the provider "
     "decides.",
     "Niveaux d’authentification demandés, séparés par des espaces (eidas1) ; vide : le fournisseur décide."},
    {"oidc.second_factor_acr",
     ListKey{AT(oidc.second_factor_acr),
             "eidas0-mfa eidas1-mfa eidas2 eidas3 https://proconnect.gouv.fr/assurance/self-asserted-2fa "
             "https://proconnect.gouv.fr/assurance/consistency-checked-2fa"},
     "Levels (acr) at which the provider asked for two factors, besides mfa among its methods (amr); at any "
     "other, the second factor of the account is asked for.",
     "Niveaux (acr) auxquels le fournisseur a demandé deux facteurs, outre mfa parmi ses méthodes (amr) ; à "
     "tout autre, le second facteur du compte est demandé."},
    {"oidc.signed_userinfo", FlagKey{AT(oidc.signed_userinfo), true},
     "The provider's user information is asked for too, and must be a signed token of the same person, as "
     "ProConnect gives it; false: it is not asked for.",
     "Les informations d’usager du fournisseur sont demandées aussi et doivent être un jeton signé de la "
     "même "
     "personne, comme le fait ProConnect ; false : elles ne sont pas demandées."},
    {"uploads.scanner_socket", TextKey{AT(uploads.scanner_socket), "", path},
     "Unix socket of ClamAV's daemon (clamd): every file that is attached passes through it, and one that it "
     "could "
     "not look at is refused. Empty: no virus scanner is asked.",
     "Socket Unix du démon de ClamAV (clamd) : chaque fichier joint y passe, et celui qu’il n’a pas pu "
     "examiner est "
     "refusé. Vide : aucun antivirus n’est interrogé."},
    {"time_zone", TextKey{AT(time_zone), "Europe/Paris"},
     "Time zone in which dates and times are shown, by its IANA name.",
     "Fuseau horaire d’affichage des dates et heures, par son nom IANA."},
};

#undef AT

}  // namespace

std::span<const Key> keys() { return table; }

std::string environment_name(std::string_view key) {
    std::string name = "MAILLAGE_";
    for (const char c : key)
        name += c == '.' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}

}  // namespace maillage::platform::config
