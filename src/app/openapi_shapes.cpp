#include "app/openapi_shapes.hpp"

#include <algorithm>

namespace maillage::app {
namespace {

constexpr std::string_view home =
    "today:string bodies:integer members:integer organisations:integer actions:integer late:integer "
    "due14:integer due30:integer silent:integer progress:integer "
    "late_actions:array:code,title,pilot,due,progress due30_actions:array:code,title,pilot,due,progress "
    "silent_actions:array:code,title,pilot,due,progress";

// "name:type" or "name:array:names of its items' properties". A test compares them with what the twins
// answer.
constexpr TwinShape shapes[] = {
    {"/{council}", "", home},
    {"/{council}/today", "", home},
    {"/{council}/search", "q", "results:array:label,path,kind"},
    {"/{council}/openapi", "",
     "openapi:string info:object paths:object components:object externalDocs:object "
     "security:array"},
    {"/openapi", "",
     "openapi:string info:object paths:object components:object externalDocs:object "
     "security:array"},
    {"/{council}/strategy", "",
     "code:string title:string adopted:string ends:string source:string objectives:array:code,title "
     "commitments:array:code,kind,title,source first_year:integer last_year:integer parents:array"},
    {"/{council}/actions", "q domain objective group pilot axis quartier partner state alarm sort page size",
     "rows:integer page:integer size:integer late:integer silent:integer "
     "actions:array:code,domain,objective,group,title,title_en,summary,summary_en,state,state_reason,late,"
     "progress,pilot,starts,due,next_step_due,fictional,version,axes,quartiers,organisations,partners"},
    {"/{council}/actions/kanban",
     "q domain objective group pilot axis quartier partner state alarm sort page size",
     "rows:integer page:integer size:integer late:integer silent:integer "
     "actions:array:code,domain,objective,group,title,title_en,summary,summary_en,state,state_reason,late,"
     "progress,pilot,starts,due,next_step_due,fictional,version,axes,quartiers,organisations,partners"},
    {"/{council}/actions/gantt",
     "q domain objective group pilot axis quartier partner state alarm sort page size",
     "rows:integer page:integer size:integer late:integer silent:integer "
     "actions:array:code,domain,objective,group,title,title_en,summary,summary_en,state,state_reason,late,"
     "progress,pilot,starts,due,next_step_due,fictional,version,axes,quartiers,organisations,partners"},
    {"/{council}/actions/by/{dimension}", "",
     "dimension:string groups:array:value,actions,late,done,progress"},
    {"/{council}/actions/matrix", "", "axes:array:code,scheme,label,actions"},
    {"/{council}/actions/deleted", "page size",
     "rows:integer page:integer size:integer "
     "actions:array:code,domain,title,title_en,day,author,set,undone,actions"},
    {"/{council}/actions/import/{id}", "",
     "state:string added:integer changed:integer unchanged:integer refused:integer "
     "rows:array:line,code,title,result,problems,changes"},
    {"/{council}/actions/{code}", "news",
     "action:object:code,domain,objective,group,title,title_en,summary,summary_en,state,state_reason,late,"
     "progress,pilot,starts,due,next_step_due,fictional,version,axes,quartiers,organisations,partners "
     "steps:array:id,code,title,title_en,weight,due,done "
     "evidence:array:title,path,kind,size_bytes,day,author,state,step links:array:id,kind,target,label "
     "news:array:at,author,text news_rows:integer news_page:integer "
     "records:array:id,kind,title,title_en,unit,target,lines budget:array:id,label,year,amount_cents,fund "
     "supposed_partners:array"},
    {"/{council}/actions/{code}/history", "",
     "code:string changes:array:set,kind,day,author,step,field,old,new,sentence,undone"},
    {"/{council}/dashboard", "", "sections:array:group,name,faults,indicators"},
    {"/{council}/dashboard/{group}", "",
     "group:string name:string faults:array indicators:array:code,group,name,name_en,definition,kind,"
     "measure,unit,source,perimeter,frequency,owner,target,wanted,standing,agreed_on,"
     "agreed_in,agreed_body,has_owner,version,figures,missing,sentences"},
    {"/{council}/dashboard/{group}/entry/tables/{table}", "",
     "waiting:boolean refusal:string cells:array:indicator,period,result,typed "
     "problems:array:field,typed,why"},
    {"/{council}/indicators/missing", "", "missing:array:indicator,owner,group,period"},
    {"/{council}/indicators/import/{definitions}", "",
     "state:string added:integer changed:integer unchanged:integer refused:integer figures:integer "
     "lines:array:line,code,name,result,figures,problems,changes"},
    {"/{council}/indicators/{indicator}", "",
     "indicator:object:code,group,name,name_en,definition,kind,measure,unit,source,perimeter,"
     "frequency,owner,target,wanted,standing,agreed_on,agreed_in,agreed_body,has_owner,version,figures,"
     "missing,"
     "sentences versions:array:version,changed_at,author,definition comments:array:at,author,text,removed"},
    {"/{council}/snapshots", "",
     "snapshots:array:number,title,occasion,body,meeting_on,taken_at,author,fingerprint"},
    {"/{council}/snapshots/comparison", "earlier later",
     "earlier:integer later:integer indicators:array:code,name,outcome,before,after,sentences "
     "unmoved:integer actions:array:code,title,before,after"},
    {"/{council}/snapshots/{snapshot}", "",
     "number:integer title:string occasion:string body:string meeting_on:string taken_at:string "
     "author:string "
     "fingerprint:string format:integer council:string groups:array:code,name,name_en,faults,indicators "
     "actions:array:code,title,title_en,group,pilot,state,progress,late,fictional,due,news_on"},
    {"/{council}/final-review", "",
     "window:string opens:string closes:string parts:array:part,title,text,version,actions,indicators "
     "snapshots:array:number,title,taken_on"},
    {"/{council}/final-review/texts/{part}/history", "",
     "part:string texts:array:version,seen,author,written_at,body"},
    {"/{council}/profile", "",
     "name:string email:string language:string theme:string shortcuts:boolean first_steps:boolean "
     "roles:array sessions:integer second_factor:boolean key_open:boolean "
     "key:string"},
    {"/{council}/profile/passkeys", "",
     "total:integer passkeys:array:id,name,site,created,on_several_devices,opens_key"},
    {"/{council}/accounts", "q page",
     "total:integer accounts:array:id,name,email,active,fictional,opened,second_factor,mandates"},
    {"/{council}/accounts/{account}", "",
     "id:string name:string email:string active:boolean fictional:boolean opened:boolean "
     "second_factor:boolean "
     "mandates:array:role,from,confirmed,until"},
    {"/{council}/access", "", "requests:array:id,name,role,on_behalf,reason,asked,state,answer"},
    {"/{council}/accounts/requests", "", "requests:array:id,name,role,on_behalf,reason,asked,state,answer"},
    {"/{council}/accounts/directory", "", "tokens:array:id,name,expires,open,used"},
    {"/{council}/charter", "", "suspended:boolean versions:array:version,title,text,from,in_force,signed"},
    {"/{council}/accounts/charter", "page",
     "total:integer signed:integer signed_early:integer accounts:array:id,name,signed,signed_early"},
    {"/{council}/journal", "act from until account before",
     "entries:array:id,account,at,act,object_kind,object,permitted next:integer"},
    {"/{council}/organisations", "q kind network archived page",
     "total:integer page:integer organisations:array:key,name,short_name,kind,phone,website,networks"},
    {"/{council}/organisations/{organisation}", "",
     "key:string name:string short_name:string kind:string address:string phone:string website:string "
     "note:string archived:boolean networks:array "
     "contacts:array:function,name,email,phone,basis,informed_on,fictional"},
    {"/{council}/territory", "zoning",
     "communes:array:code,name,population,standing,clspd,coordinator "
     "thresholds:array:name,value,article,from,to_verify zoning:string zonings:array:code,kind,name,source "
     "zones:array:key,name,standing,population,commune,schematic,to_verify"},
    {"/{council}/territory/communes", "", "memberships:array:commune,standing,since,until,source"},
    {"/{council}/glossary", "q", "language:string terms:array:key,word,expansion,definition,article,link"},
    {"/{council}/jobs", "", "jobs:array:id,kind,state,progress,asked,has_result"},
    {"/{council}/jobs/{job}", "",
     "id:integer kind:string state:string progress:integer has_result:boolean asked:string"},
    {"/{council}/bodies", "",
     "bodies:array:code,kind,name,name_en,purpose,chaired_by,rhythm,month,source,legal_gap_months,legal_"
     "article,nominative_items,strategy_group,quorum_percent,quorum_source,members_today"},
    {"/{council}/prefect-records", "", "overdue:boolean records:array:told_on,subject"},
    {"/{council}/bodies/{body}", "all",
     "code:string kind:string name:string name_en:string purpose:string chaired_by:string rhythm:string "
     "month:integer source:string legal_gap_months:integer legal_article:string nominative_items:boolean "
     "strategy_group:string quorum_percent:integer quorum_source:string members_today:integer "
     "members:array:function,organisation,standing,seat,college,person,fictional,from,until"},
    {"/{council}/bodies/{body}/members/{member}", "",
     "body:string function:string organisation:string standing:string seat:string college:string "
     "person:string fictional:boolean from:string until:string"},
    {"/{council}/key-figures", "",
     "chosen:boolean figures:array:code,name,name_en,standing,unit,source,perimeter,period,value,of,"
     "withheld,provisional,certainty,missing,sentences,trend meetings:array:body,from,to "
     "awaited:object:groups_to_agree,suspended_actions,supposed_seats,bodies_without_quorum"},
    {"/{council}/slides", "groups", "slides:array:message,source"},
    {"/{council}/digest", "language",
     "subject:string text:string automatic:boolean reminders_automatic:boolean "
     "sent:array:at,quarter,automatic,recipients"},
    {"/{council}/reminders", "", "awaited:array:organisation,figures,accounts,reminded"},
    {"/{council}/mails", "", "mails:array:id,kind,queued,state,attempts,trouble,code"},
};

}  // namespace

const TwinShape* shape_of(std::string_view pattern) {
    const auto* found = std::ranges::find(shapes, pattern, &TwinShape::pattern);
    return found == std::end(shapes) ? nullptr : found;
}

std::string query_word(const platform::i18n::Words& words, std::string_view field) {
    if (field == "account") return words("app.api.query_account");
    if (field == "act") return words("app.api.query_act");
    if (field == "alarm") return words("app.api.query_alarm");
    if (field == "all") return words("app.api.query_all");
    if (field == "archived") return words("app.api.query_archived");
    if (field == "axis") return words("app.api.query_axis");
    if (field == "before") return words("app.api.query_before");
    if (field == "domain") return words("app.api.query_domain");
    if (field == "from") return words("app.api.query_from");
    if (field == "group") return words("app.api.query_group");
    if (field == "groups") return words("app.api.query_groups");
    if (field == "kind") return words("app.api.query_kind");
    if (field == "language") return words("app.api.query_language");
    if (field == "network") return words("app.api.query_network");
    if (field == "news") return words("app.api.query_news");
    if (field == "objective") return words("app.api.query_objective");
    if (field == "page") return words("app.api.query_page");
    if (field == "partner") return words("app.api.query_partner");
    if (field == "pilot") return words("app.api.query_pilot");
    if (field == "q") return words("app.api.query_q");
    if (field == "quartier") return words("app.api.query_quartier");
    if (field == "size") return words("app.api.query_size");
    if (field == "sort") return words("app.api.query_sort");
    if (field == "state") return words("app.api.query_state");
    if (field == "until") return words("app.api.query_until");
    return words("app.api.query_zoning");
}

}  // namespace maillage::app
