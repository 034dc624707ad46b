// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/lua_sandbox.h"

#include <lua.hpp>

#include <array>
#include <cstdlib>

namespace milepost {
namespace {

constexpr std::size_t maxScriptBytes = 64 * 1024;
constexpr std::size_t maxTextBytes = 64 * 1024;
constexpr std::size_t maxMemoryBytes = 512 * 1024;
constexpr std::size_t maxAllocatedBytes = 32 * 1024 * 1024; // in all: bounds what library functions copy
constexpr int instructionsPerCheck = 1'000;
constexpr int maxChecks = 200;

struct Budget {
    std::size_t bytes = 0;
    std::size_t allocated = 0; ///< ever
    int checks = 0;
};

void* allocate(void* budget, void* block, std::size_t oldSize, std::size_t newSize)
{
    auto& [used, allocated, checks] = *static_cast<Budget*>(budget);
    if (block == nullptr) oldSize = 0; // then it names the kind of object, not a size
    if (newSize == 0) {
        std::free(block);
        used -= oldSize;
        return nullptr;
    }
    if (newSize > oldSize) {
        if (used + (newSize - oldSize) > maxMemoryBytes || allocated + newSize > maxAllocatedBytes)
            return nullptr;
        allocated += newSize;
    }
    void* moved = std::realloc(block, newSize);
    if (moved != nullptr) used = used - oldSize + newSize;
    return moved;
}

/// Makes a library function that reads `bytes` cost what it takes.
void charge(lua_State* lua, std::size_t bytes)
{
    void* budget = nullptr;
    lua_getallocf(lua, &budget);
    static_cast<Budget*>(budget)->checks += static_cast<int>(bytes / 16'384);
}

void countInstructions(lua_State* lua, lua_Debug* /*where*/)
{
    void* budget = nullptr;
    lua_getallocf(lua, &budget);
    if (++static_cast<Budget*>(budget)->checks > maxChecks) luaL_error(lua, "too many instructions");
}

/// replace(text, from, to): every occurrence, no patterns.
int replaceText(lua_State* lua)
{
    std::size_t textSize = 0;
    std::size_t fromSize = 0;
    const char* text = luaL_checklstring(lua, 1, &textSize);
    const char* from = luaL_checklstring(lua, 2, &fromSize);
    luaL_checkstring(lua, 3);
    luaL_argcheck(lua, fromSize > 0, 2, "must not be empty");
    charge(lua, textSize);
    luaL_Buffer out;
    luaL_buffinit(lua, &out);
    const std::string_view whole(text, textSize);
    std::size_t at = 0;
    while (true) {
        const std::size_t found = whole.find(std::string_view(from, fromSize), at);
        if (found == std::string_view::npos) break;
        luaL_addlstring(&out, text + at, found - at);
        lua_pushvalue(lua, 3);
        luaL_addvalue(&out);
        at = found + fromSize;
    }
    luaL_addlstring(&out, text + at, textSize - at);
    luaL_pushresult(&out);
    return 1;
}

/// find(text, part): its first position, or nil; no patterns.
int findText(lua_State* lua)
{
    std::size_t textSize = 0;
    std::size_t partSize = 0;
    const char* text = luaL_checklstring(lua, 1, &textSize);
    const char* part = luaL_checklstring(lua, 2, &partSize);
    charge(lua, textSize);
    const std::size_t at = std::string_view(text, textSize).find(std::string_view(part, partSize));
    if (at == std::string_view::npos)
        lua_pushnil(lua);
    else
        lua_pushinteger(lua, static_cast<lua_Integer>(at) + 1);
    return 1;
}

void removeGlobals(lua_State* lua)
{
    // pairs and next: their order differs from run to run; metatables could make C loops endless
    constexpr std::array removed{"collectgarbage", "dofile",       "getmetatable", "load",
                                 "loadfile",       "next",         "pairs",        "pcall",
                                 "print",          "rawequal",     "rawget",       "rawlen",
                                 "rawset",         "setmetatable", "warn",         "xpcall"};
    for (const char* name : removed) {
        lua_pushnil(lua);
        lua_setglobal(lua, name);
    }
}

/// Leaves out of library `library` everything that is not listed.
template <std::size_t n>
void keepOnly(lua_State* lua, const char* library, const std::array<const char*, n>& kept)
{
    lua_getglobal(lua, library);
    lua_createtable(lua, 0, static_cast<int>(n));
    for (const char* name : kept) {
        lua_getfield(lua, -2, name);
        lua_setfield(lua, -2, name);
    }
    lua_setglobal(lua, library);
    lua_pop(lua, 1);
}

/// "text":upper() looks its functions up here, where the whole library would be.
void replaceStringMethods(lua_State* lua)
{
    lua_getglobal(lua, "string");
    lua_pushcfunction(lua, replaceText);
    lua_setfield(lua, -2, "replace");
    lua_pushcfunction(lua, findText);
    lua_setfield(lua, -2, "find");
    lua_pushliteral(lua, "");
    lua_getmetatable(lua, -1);
    lua_pushvalue(lua, -3);
    lua_setfield(lua, -2, "__index");
    lua_pop(lua, 3);
}

void openLibraries(lua_State* lua)
{
    luaL_requiref(lua, "_G", luaopen_base, 1);
    luaL_requiref(lua, LUA_STRLIBNAME, luaopen_string, 1);
    luaL_requiref(lua, LUA_TABLIBNAME, luaopen_table, 1);
    luaL_requiref(lua, LUA_MATHLIBNAME, luaopen_math, 1);
    luaL_requiref(lua, LUA_UTF8LIBNAME, luaopen_utf8, 1);
    lua_settop(lua, 0);
    removeGlobals(lua);
    keepOnly(lua, "string",
             std::array{"byte", "char", "format", "len", "lower", "rep", "reverse", "sub", "upper"});
    keepOnly(lua, "table", std::array{"concat", "insert", "remove"});
    keepOnly(lua, "math", std::array{"abs", "ceil", "floor", "max", "min", "tointeger"});
    keepOnly(lua, "utf8", std::array{"char", "codepoint"});
    replaceStringMethods(lua);
    lua_pushnil(lua);
    lua_setfield(lua, LUA_REGISTRYINDEX, LUA_LOADED_TABLE); // the whole libraries are not kept anywhere
}

/// What one protected run does. Only plain values: Lua leaves it by longjmp when it fails.
struct Job {
    std::string_view script{};
    std::string_view function{}; ///< empty: the script alone
    std::string_view text{};
    bool isFunction = false;
};

int runJob(lua_State* lua)
{
    auto& job = *static_cast<Job*>(lua_touserdata(lua, 1));
    openLibraries(lua);
    lua_sethook(lua, countInstructions, LUA_MASKCOUNT, instructionsPerCheck);
    if (luaL_loadbufferx(lua, job.script.data(), job.script.size(), "=lua", "t") != LUA_OK)
        return lua_error(lua);
    lua_call(lua, 0, 0);
    if (job.function.empty()) return 0;
    lua_pushglobaltable(lua);
    lua_pushlstring(lua, job.function.data(), job.function.size());
    job.isFunction = lua_rawget(lua, -2) == LUA_TFUNCTION;
    if (!job.isFunction || job.text.data() == nullptr) return 0;
    lua_pushlstring(lua, job.text.data(), job.text.size());
    lua_call(lua, 1, 1);
    if (lua_type(lua, -1) != LUA_TNIL && lua_type(lua, -1) != LUA_TSTRING && lua_type(lua, -1) != LUA_TNUMBER)
        return luaL_error(lua, "it returned a %s, not a string or nil", luaL_typename(lua, -1));
    return 1;
}

class LuaState {
public:
    LuaState()
        : m_lua(lua_newstate(allocate, &m_budget))
    {
    }
    ~LuaState()
    {
        if (m_lua != nullptr) lua_close(m_lua);
    }
    LuaState(const LuaState&) = delete;
    LuaState& operator=(const LuaState&) = delete;

    Result<std::optional<std::string>> run(Job& job)
    {
        if (m_lua == nullptr) return Error{ErrorKind::Internal, "no memory for a script", {}};
        lua_pushcfunction(m_lua, runJob);
        lua_pushlightuserdata(m_lua, &job);
        if (lua_pcall(m_lua, 1, 1, 0) != LUA_OK) return Error{ErrorKind::InvalidInput, message(), {}};
        if (lua_type(m_lua, -1) == LUA_TSTRING) return text();
        if (lua_isinteger(m_lua, -1) != 0) return std::optional(std::to_string(lua_tointeger(m_lua, -1)));
        if (lua_type(m_lua, -1) == LUA_TNUMBER)
            return Error{
                ErrorKind::InvalidInput, "it returned a number with a fraction; return a string", {}};
        return std::optional<std::string>();
    }

private:
    std::optional<std::string> text()
    {
        std::size_t size = 0;
        const char* bytes =
            lua_tolstring(m_lua, -1, &size); // a string already: converts and allocates nothing
        return std::string(bytes, size);
    }
    std::string message()
    {
        return "lua: " + (lua_type(m_lua, -1) == LUA_TSTRING ? text().value_or("") : std::string("failed"));
    }

    Budget m_budget;
    lua_State* m_lua;
};

} // namespace

LuaSandbox::LuaSandbox(std::string script)
    : m_script(std::move(script))
{
}

Result<std::shared_ptr<const LuaSandbox>> LuaSandbox::compile(std::string script)
{
    if (script.size() > maxScriptBytes)
        return Error{ErrorKind::InvalidInput, "the Lua script is too long", {}};
    Job job{.script = script};
    const auto ran = LuaState().run(job);
    if (!ran) return ran.error();
    return std::shared_ptr<const LuaSandbox>(new LuaSandbox(std::move(script)));
}

bool LuaSandbox::hasFunction(std::string_view name) const
{
    Job job{.script = m_script, .function = name};
    return LuaState().run(job).has_value() && job.isFunction;
}

Result<std::optional<std::string>> LuaSandbox::call(std::string_view function, std::string_view text) const
{
    if (text.size() > maxTextBytes)
        return Error{ErrorKind::InvalidInput, "the value is too long for a script", {}};
    Job job{.script = m_script,
            .function = function,
            .text = text.data() == nullptr ? std::string_view("") : text};
    auto result = LuaState().run(job);
    if (result && !job.isFunction)
        return Error{ErrorKind::InvalidInput, "lua has no function " + std::string(function), {}};
    return result;
}

} // namespace milepost
