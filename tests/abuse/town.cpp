#include "tests/abuse/town.hpp"

#include <stdexcept>

#include "app/demo.hpp"
#include "domain/documents/api.hpp"
#include "domain/identity/account_store.hpp"
#include "domain/identity/passkey_challenge.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/random.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/crypto/totp.hpp"
#include "platform/db/connection.hpp"
#include "tests/journeys/charter.hpp"

namespace maillage::test {
namespace {

namespace db = platform::db;

constexpr db::Sql all_rows{"test.all_rows", R"(
select string_agg(rows, E'\n' order by rows) from (
    select format('%s.%s ', n.nspname, c.relname) || (xpath('/row/h/text()', query_to_xml(format(
        'select md5(coalesce(string_agg(t::text, '','' order by t::text), '''')) as h from %s t',
        case when n.nspname = 'audit' then '(select * from audit.entry where outcome = ''p'')'
             else format('%I.%I', n.nspname, c.relname) end), false, true, '')))[1]::text as rows
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'maillage_meta')
      and not (n.nspname = 'identity' and c.relname in ('session', 'submission', 'failure', 'kept_form'))) t)"};

constexpr db::Sql application_of{"test.application_of",
                                 "select t.account_id, t.secret, t.last_step from identity.totp t "
                                 "join identity.account a on a.id = t.account_id where a.email = $1"};

constexpr db::Sql session_of{
    "test.session_of",
    "select s.id::text from identity.session s join identity.account a "
    "on a.id = s.account_id where a.email = $1 order by s.created_at desc, s.id limit 1"};
constexpr db::Sql passkey_id_of{"test.passkey_of",
                                "select p.id::text from identity.passkey p join identity.account a "
                                "on a.id = p.account_id where a.email = $1"};

// Somebody who has lost their telephone: the secret opens for nobody, and only its being there counts.
constexpr std::string_view a_lost_telephone = R"(
with robin as (insert into identity.account (council_id, email, display_name)
               select id, 'telephone@laval.example', 'Robin' from territory.council where slug = 'laval'
               returning id, council_id)
insert into identity.totp (account_id, council_id, secret, confirmed_at)
select id, council_id, decode(repeat('00', 60), 'hex'), now() from robin)";

// An organisation that somebody answers for: reminders of its figures have a reader.
constexpr std::string_view a_mandate_for_the_police = R"(
update identity.mandate m
set organisation_id = o.id
from identity.account a, directory.organisation o
where a.id = m.account_id and a.email = 'police-nationale@laval.example'
  and o.council_id = m.council_id and o.key = 'police-nationale')";

constexpr std::string_view somebody_who_sends =
    "insert into notices.sender select id, 'https://maillage.example' from territory.council";

// A mail that the relay refused, to somebody of Laval.
constexpr std::string_view a_refused_mail = R"(
with message as (insert into mail.message (council_id, kind, created_at)
                 select id, 'digest', now() from territory.council where slug = 'laval'
                 returning id, council_id),
     words as (insert into mail.text (message_id, council_id, subject_fr, subject_en, text_fr, text_en)
               select id, council_id, 'S', 'S', 'T', 'T' from message)
insert into mail.delivery (council_id, message_id, account_id, state, try_at, finished_at)
select m.council_id, m.id, a.id, 'refused', now(), now()
from message m join identity.account a on a.email = 'elue@laval.example')";

// Somebody whom the identity provider knows here.
constexpr std::string_view a_linked_account =
    "insert into identity.provider_subject (account_id, council_id, fingerprint, linked_at) "
    "select id, council_id, sha256('dpo'), now() from identity.account where email = 'dpo@laval.example'";

// And whose phrase opens their key.
constexpr std::string_view an_unlock_phrase =
    "insert into identity.unlock_phrase (account_id, council_id, record, sealed_secret, chosen_at) "
    "select id, council_id, 'argon2id', decode(repeat('00', 112), 'hex'), now() "
    "from identity.account where email = 'mediation@laval.example'";

const std::string pdf = "%PDF-1.7\n1 0 obj\n";

std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t start = text.find(before);
    if (start == text.npos) throw std::runtime_error("no " + before + " in " + text.substr(0, 2000));
    const std::size_t from = start + before.size();
    return text.substr(from, text.find(after, from) - from);
}

std::string document(DemoTown& town) {
    const auto council = town.database().pool().transaction(
        application(), [](db::Tx& tx) { return territory::find_council(tx, "laval")->id; });
    identity::Actor author{.account = identity::AccountId(1), .council = council};
    author.roles = {identity::Role::coordinator};
    return town.database()
        .pool()
        .transaction(author.context(),
                     [&](db::Tx& tx) {
                         return documents::store(tx, author,
                                                 {.title = "Compte rendu", .name = "a.pdf", .bytes = pdf},
                                                 platform::crypto::random_bytes, town.services().clock());
                     })
        .value()
        .text;
}

void found_other_council(DemoTown& town) {
    const auto hashed = town.services().passwords.hash(app::demo_password);
    town.database().pool().transaction(application(), [&](db::Tx& tx) {
        const auto council =
            territory::save_council(tx, {.slug = "ailleurs", .name = "Ailleurs", .kind = "clspd"});
        const auto account =
            identity::create_account(tx, council,
                                     {.email = "coordination@ailleurs.example",
                                      .display_name = "Ailleurs",
                                      .password_record = platform::crypto::as_text(hashed.value().record)});
        identity::grant_mandate(
            tx, council, account.value(),
            {.role = identity::Role::coordinator, .from = *foundation::Date::create(2026, 1, 1)},
            town.services().clock());
    });
}

}  // namespace

AttackedTown::AttackedTown() {
    found_other_council(laval_);
    HttpClient browser = laval_.signed_in("coordination");
    const std::string action = "/laval/actions/TRQ-13", contacts = "/laval/organisations/sdis/contacts",
                      members = "/laval/bodies/cddf/members", list = "/laval/actions";
    existing_ = {{"council", "laval"}, {"code", "TRQ-13"}, {"dimension", "group"},
                 {"page", "accounts"}, {"form", "new"},    {"organisation", "sdis"},
                 {"body", "cddf"},     {"group", "G3"},    {"indicator", "g3-rencontres-population"}};
    existing_["step"] = between(browser.get(action).body, action + "/steps/", "\"");
    existing_["link"] =
        made(browser, action, action + "/links",
             {{"link_kind", "url"}, {"link_target", "https://example.org/a"}, {"link_label", "Guide"}},
             action + "/links/", "/deletion");
    submit(browser, action, action + "/steps", {{"step_title", "Nouvelle étape"}});
    existing_["set"] = between(browser.get(action + "/history").body, "/laval/changes/", "/undo");
    submit(browser, list, list + "/views", {{"name", "Vue"}, {"query", "?alarm=late"}});
    existing_["view"] = between(browser.get(list).body, list + "/views/", "/deletion");
    existing_["contact"] = made(browser, contacts + "/new", contacts,
                                {{"function", "Officier"}, {"basis", "public_task"}}, contacts + "/", "/");
    existing_["member"] = made(browser, members + "/new", members,
                               {{"function", "Directrice"},
                                {"organisation", "ccas"},
                                {"standing", "member"},
                                {"seat", "holder"},
                                {"from", "1/9/2026"}},
                               members + "/", "\"");
    const std::string communes = "/laval/territory/communes", records = "/laval/prefect-records";
    const std::string attached =
        submit(browser, communes, communes,
               {{"commune", "53119"}, {"standing", "associated"}, {"since", "1/1/2026"}, {"source", "Essai"}})
            .body;
    existing_["membership"] =
        between(attached.substr(std::min(attached.find("Essai"), attached.size())), communes + "/", "/");
    existing_["record"] =
        made(browser, records, records, {{"subject", "État"}, {"told_on", "24/11/2025"}}, records + "/", "/");
    const std::string frozen = "/laval/snapshots/new";
    submit(browser, frozen, "/laval/snapshots",
           {{"title", "Essai"}, {"occasion", "other"}, {"seen", hidden(browser.get(frozen).body, "seen")}});
    existing_["snapshot"] = "1";
    existing_["account"] = between(browser.get("/laval/accounts.json?q=elue").body, "\"id\":", ",");
    std::erase(existing_["account"], '"');
    existing_["/{council}/documents/{id}"] = document(laval_);
    db::Connection(laval_.database().connection("maillage_admin")).command(std::string(a_lost_telephone));
    db::Connection(laval_.database().connection("maillage_admin"))
        .command(std::string(a_mandate_for_the_police));
    db::Connection(laval_.database().connection("maillage_admin")).command(std::string(a_refused_mail));
    db::Connection(laval_.database().connection("maillage_admin")).command(std::string(somebody_who_sends));
    db::Connection(laval_.database().connection("maillage_admin")).command(std::string(a_linked_account));
    db::Connection(laval_.database().connection("maillage_admin")).command(std::string(an_unlock_phrase));
    existing_["mail"] = between(browser.get("/laval/mails.json").body, "\"id\":", ",");
    existing_["/{council}/accounts/{account}/directory"] =
        between(browser.get("/laval/accounts.json?q=bailleur").body, "\"id\":\"", "\"");
    const std::string tokens = "/laval/accounts/directory";
    submit(browser, tokens, tokens, {{"token_name", "Essai"}, {"token_life", "90"}});
    existing_["token"] = between(browser.get(tokens + ".json").body, "\"id\":\"", "\"");
    publish_charter(browser, "01/01/2099");
    const auto asked_by = [&](const char* who) {
        HttpClient asking = laval_.signed_in(who);
        submit(asking, "/laval/access", "/laval/access",
               {{"access_role", "prosecutor"}, {"access_reason", "Essai"}});
        return between(asking.get("/laval/access.json").body, "\"id\":\"", "\"");
    };
    existing_["request"] = asked_by("parquet");
    existing_["/{council}/accounts/requests/{request}/acceptance"] = asked_by("bailleur");
    existing_["/{council}/access/{request}/withdrawal"] = asked_by("social");
    existing_["/{council}/accounts/{account}/second-factor/removal"] =
        between(browser.get("/laval/accounts.json?q=telephone").body, "\"id\":\"", "\"");
    const std::string sheets = action + "/records/";
    existing_["sheet"] = made(browser, sheets + "new", sheets + "new",
                              {{"record_kind", "study"}, {"record_title", "Étude"}}, sheets, "/");
    const std::string lines = sheets + existing_["sheet"] + "/lines";
    existing_["line"] = made(browser, lines + "/new", lines,
                             {{"line_kind", "stage"}, {"line_label", "Diagnostic"}}, lines + "/", "\"");
    existing_["expense"] = made(
        browser, action, action + "/budget",
        {{"budget_label", "Local"}, {"budget_year", "2026"}, {"budget_amount", "5"}, {"budget_fund", "city"}},
        action + "/budget/", "\"");
    existing_["job"] = between(submit(browser, list, list + "/print", {}).path + "/", "/jobs/", "/");
    const std::string shown = browser.get(action).body;
    existing_["evidence"] = between(
        browser
            .post_files(
                action + "/evidence",
                {{"csrf", hidden(shown, "csrf")},
                 {"key", hidden(shown, "key")},
                 {"evidence_title", "Compte rendu"},
                 {"evidence_step", ""}},
                {{.field = "evidence_file", .name = "a.pdf", .type = "application/pdf", .bytes = pdf}})
            .body,
        action + "/evidence/", "/");
    const std::string form = browser.get(list + "/import").body;
    const HttpAnswer staged = browser.post_files(
        list + "/import", {{"csrf", hidden(form, "csrf")}, {"key", hidden(form, "key")}},
        {{.field = "file", .name = "a.csv", .type = "text/csv", .bytes = "code;title\r\nPRE-1;Titre\r\n"}});
    existing_["id"] = between(staged.path + "/", list + "/import/", "/");
    const std::string entry = "/laval/dashboard/G3/entry";
    const HttpAnswer sent = submit(browser, entry, entry + "/tables",
                                   {{"pasted", "code\t2026-05/2026-08\ng3-rencontres-population\t5"}});
    existing_["table"] = between(sent.path + "/", entry + "/tables/", "/");
    const std::string indicator = "/laval/indicators/g3-rencontres-population";
    existing_["comment"] = made(browser, indicator, indicator + "/comments", {{"comment_text", "À relire"}},
                                indicator + "/comments/", "\"");
    const std::string wizard = "/laval/indicators/import", upload = browser.get(wizard).body;
    const HttpAnswer waiting =
        browser.post_files(wizard, {{"csrf", hidden(upload, "csrf")}, {"key", hidden(upload, "key")}},
                           {{.field = "file",
                             .name = "a.csv",
                             .type = "text/csv",
                             .bytes = "name;definition;source;limits;kind;measure;frequency\r\n"
                                      "Tournées;Tournées faites;Registre;Aucune;activity;count;year\r\n"}});
    existing_["definitions"] = between(waiting.path + "/", wizard + "/", "/");
    const std::string text = "/laval/final-review/texts/OBJ-1";
    existing_["part"] = "OBJ-1";
    submit(browser, text, text, {{"review_text", "Un premier texte"}, {"version", "0"}});
    existing_["conflict"] =
        between(submit(browser, text, text, {{"review_text", "Un autre"}, {"version", "0"}}).path + "/",
                "/conflicts/", "/");
    // Two sessions at most: those of the tests are all that there are.
    db::Connection admin(laval_.database().connection("maillage_admin"));
    admin.command("delete from identity.session");
    // As the worker leaves a file, without its programs.
    admin.command("update documents.file set state = 'ready'");
}

std::string AttackedTown::made(HttpClient& browser, const std::string& page, const std::string& action,
                               Pairs fields, const std::string& before, const std::string& after) {
    return between(submit(browser, page, action, std::move(fields)).body, before, after);
}

std::string AttackedTown::address(std::string_view pattern, Ids ids, std::string_view council) const {
    static const std::map<std::string, std::string, std::less<>> absent{
        {"code", "PRE-999"},
        {"dimension", "colour"},
        {"page", "nobody"},
        {"form", "none"},
        {"organisation", "nobody"},
        {"body", "senate"},
        {"group", "G9"},
        {"indicator", "nobody-counts-it"},
        {"step", "999999"},
        {"link", "999999"},
        {"set", "999999"},
        {"job", "999999"},
        {"view", "999999"},
        {"contact", "999999"},
        {"member", "999999"},
        {"membership", "999999"},
        {"record", "999999"},
        {"snapshot", "999999"},
        {"evidence", "999999"},
        {"sheet", "999999"},
        {"line", "999999"},
        {"expense", "999999"},
        {"comment", "999999"},
        {"table", "0000000000000000"},
        {"definitions", "0000000000000000"},
        {"part", "nothing"},
        {"conflict", "999999"},
        {"mail", "999999"},
        {"request", "00000000-0000-4000-8000-000000000000"},
        {"token", "00000000-0000-4000-8000-000000000000"},
        {"account", "00000000-0000-4000-8000-000000000000"},
        {"id", "00000000-0000-4000-8000-000000000000"}};
    std::string path;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = std::min(pattern.find('{', at), pattern.size());
        path += pattern.substr(at, open - at);
        if (open == pattern.size()) break;
        const std::size_t close = pattern.find('}', open);
        const std::string name(pattern.substr(open + 1, close - open - 1));
        const auto special = existing_.find(pattern);
        if (name == "council")
            path += council;
        else if (ids == Ids::malformed)
            path += "-1'%3B--";
        else if (ids == Ids::absent)
            path += absent.at(name);
        else
            path += special == existing_.end() ? existing_.at(name) : special->second;
        at = close + 1;
    }
    return path;
}

HttpClient AttackedTown::stranger() {
    HttpClient browser = laval_.visitor();
    const HttpAnswer answer = browser.post("/sign-in",
                                           {{"email", "coordination@ailleurs.example"},
                                            {"password", std::string(app::demo_password)},
                                            {"next", "/"}},
                                           Redirects::stop);
    if (answer.status != 303) throw std::runtime_error("the stranger does not sign in");
    return browser;
}

std::string AttackedTown::one_time_password(const std::string& who) {
    db::Connection connection(laval_.database().connection("maillage_admin"));
    connection.command("begin");
    db::Tx tx(connection);
    const auto& services = laval_.services();
    return tx.single(
        application_of,
        [&](db::Row& row) {
            const std::string place = "identity.totp/" + std::to_string(row.int8());
            const auto secret =
                platform::crypto::opened({.secret = services.identity_key, .name = place}, row.bytea());
            const std::int64_t earliest = platform::crypto::totp_step(services.clock()) - 1;
            return platform::crypto::one_time_password(secret.value(), std::max(row.int8() + 1, earliest));
        },
        who + "@laval.example");
}

std::string AttackedTown::value_of(const db::Sql& statement, const std::string& who) {
    db::Connection connection(laval_.database().connection("maillage_admin"));
    connection.command("begin");
    db::Tx tx(connection);
    return tx.single(statement, [](db::Row& row) { return row.text(); }, who + "@laval.example");
}

std::string AttackedTown::passkey_of(const std::string& who) { return value_of(passkey_id_of, who); }

Pairs AttackedTown::passkey_fields(Post::Passkey what, const std::string& who) {
    if (what == Post::Passkey::none) return {};
    using platform::crypto::base64url;
    const std::string session = value_of(session_of, who);
    const bool made = what == Post::Passkey::made;
    const std::string host = laval_.visitor().origin().substr(std::string("http://").size());
    const identity::PasskeySite site{.rp_id = "localhost", .origin = "http://" + host};
    const identity::Challenge challenge = identity::new_challenge(
        laval_.services(), site,
        {.ceremony = made ? identity::Ceremony::registration : identity::Ceremony::confirmation,
         .bound_to = session});
    const Asked asked{.challenge = base64url(challenge.bytes), .origin = site.origin};
    if (made) {
        const Created created = authenticator_.create(asked);
        return {{"passkey_ticket", challenge.ticket},
                {"passkey_client", base64url(created.client_data)},
                {"passkey_attestation", base64url(created.attestation_object)}};
    }
    const Proved proved = authenticator_.prove(asked);
    return {{"passkey_ticket", challenge.ticket},
            {"passkey_id", base64url(authenticator_.id)},
            {"passkey_client", base64url(proved.client_data)},
            {"passkey_data", base64url(proved.authenticator_data)},
            {"passkey_signature", base64url(proved.signature)}};
}

std::string AttackedTown::rows() {
    db::Connection connection(laval_.database().connection("maillage_admin"));
    connection.command("begin");
    db::Tx tx(connection);
    return tx.single(all_rows, [](db::Row& row) { return row.text(); });
}

std::string told(const HttpAnswer& answer) {
    std::string text = std::to_string(answer.status) + "\n";
    for (const auto& [name, value] : answer.headers.pairs())
        if (name != "date" && name != "x-request-id") text += name + ": " + value + "\n";
    return text + answer.body;
}

std::string csrf_of(HttpClient& browser, std::string_view council) {
    return hidden(browser.get("/" + std::string(council) + "/profile").body, "csrf");
}

}  // namespace maillage::test
